/**
 * Mistakes of one token, made in every model and example, and what the compiler says about them. Used by nobody: the
 * test writes {@code docs/mutations.md}.
 */
package dync.compiler.mistakes;
