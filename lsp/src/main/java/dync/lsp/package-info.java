/**
 * The language server: what an editor asks, answered by the compiler's stages. {@link dync.lsp.StdioServer} runs it over
 * standard input and output, {@link dync.lsp.DynServer} over any pair of streams. Called by editors and the command line.
 */
package dync.lsp;
