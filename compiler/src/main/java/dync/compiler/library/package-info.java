/**
 * Finds the modules that a file imports: the standard library, which is always there, and files beside the importing
 * one. Used by {@code resolve}.
 */
package dync.compiler.library;
