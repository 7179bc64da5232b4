/**
 * Where a model runs: the choice of device and the number of threads.
 * The command line and the trainer call it, once at start.
 * Nothing here holds state of its own; libtorch does.
 */
package dync.runtime.device;
