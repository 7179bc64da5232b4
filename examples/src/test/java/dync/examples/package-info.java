/**
 * Holds compiled models against mathematics: orders of convergence, finite differences, and how long compiling takes.
 * Nobody calls it but the tests.
 */
package dync.examples;
