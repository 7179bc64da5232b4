/**
 * What is kept of a model's activity while it runs: which areas, what of each step, in which number format. Settings of an
 * experiment state it; tests record by it.
 */
package dync.response;
