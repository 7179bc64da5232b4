/**
 * A run on a server of MLflow, over its REST interface and nothing else. {@link dync.track} gives the entries; nothing
 * else has to know of it.
 */
package dync.track.mlflow;
