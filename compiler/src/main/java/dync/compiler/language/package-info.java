/**
 * What the language brings itself: what its statements and functions take and mean, for messages of editors. Used by the
 * checkers, which tell it to observers, and by the language server; uses the parser alone.
 */
package dync.compiler.language;
