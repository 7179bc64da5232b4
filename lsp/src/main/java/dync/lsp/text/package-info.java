/**
 * Places and names of texts as editors count and spell them. Used by the whole server; uses only the compiler's sources.
 */
package dync.lsp.text;
