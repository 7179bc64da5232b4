/**
 * Errors as values: what is wrong, where, and how to mend it. One {@link dync.compiler.diagnostic.Diagnostic} serves
 * the terminal, {@code --format=json} and the language server alike. Used by every stage; knows only sources.
 */
package dync.compiler.diagnostic;
