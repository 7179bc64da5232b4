/**
 * Holds compiled models against recorded runs of the reference toolbox. A rule turns the metadata of a case into a
 * model, its settings and the names of its weights; no rule knows a case by name. Nobody calls it but the tests.
 */
package dync.parity;
