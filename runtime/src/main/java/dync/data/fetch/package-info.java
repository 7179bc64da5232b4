/**
 * Brings the files of a data set to this machine, from wherever they can be had, and checks that they are what was
 * published. Called by {@link dync.data.catalogue.Datasets}; knows nothing of what the files hold.
 */
package dync.data.fetch;
