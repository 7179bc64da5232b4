/**
 * Hands what a run measures to those who keep and draw it: event files for TensorBoard, a server of MLflow. Whoever
 * trains gives {@link dync.track.Tracker} entries and never waits; nothing in here can end a run.
 */
package dync.track;
