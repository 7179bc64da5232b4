/**
 * Images that are computed instead of read: an image depends on the parameters of its set, a seed and its index alone.
 * Any program may make them; {@link dync.data.catalogue.Datasets} does by name.
 */
package dync.data.synthetic;
