/**
 * Event files as TensorBoard reads them, written from the published format: framed records of hand-encoded messages.
 * {@link dync.track} gives the entries; nothing else has to know of it.
 */
package dync.track.tensorboard;
