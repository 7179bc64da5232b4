/**
 * A data set in one file that is mapped into memory: decoded images, or JPEG, behind an index with labels and checksums.
 * Written by {@code dync data pack}, which goes on where it was killed; read by the threads of the loader. Training never
 * knows whether its images come from here.
 */
package dync.data.pack;
