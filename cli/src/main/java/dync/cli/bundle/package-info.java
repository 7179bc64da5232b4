/**
 * Makes a folder that runs dync where there is neither Java nor a network. Called by {@code dync bundle}.
 */
package dync.cli.bundle;
