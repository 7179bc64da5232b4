/**
 * Tests of a trained model by protocols: named changes of an experiment, one condition after the other, with responses,
 * answers and figures written to a folder while the test goes on. The command line calls it, and programs may.
 */
package dync.protocol;
