/**
 * Readers of the files that images with labels come in, each lazy, safe for several threads and wary of what a file
 * claims of itself. Knows nothing of names of data sets; {@link dync.data.catalogue.Datasets} calls it, and so may any program.
 */
package dync.data.format;
