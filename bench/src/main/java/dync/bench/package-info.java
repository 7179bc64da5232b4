/**
 * Benchmarks: each is a main class that prints a ratio between two peers which took turns in the same run. Nothing in
 * the product depends on them.
 */
package dync.bench;
