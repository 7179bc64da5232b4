/**
 * Stands for the Java code of a laboratory: what primitives of {@code examples/src/test/dyn/lab.dyn} call. Only tests use
 * it.
 */
package dync.examples.lab;
