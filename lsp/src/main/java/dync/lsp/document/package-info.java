/**
 * The texts that a client has open, and where others are found: beside them on disk, or in the standard library. Every
 * text is an immutable value; used by the analysis and by the server's entry points.
 */
package dync.lsp.document;
