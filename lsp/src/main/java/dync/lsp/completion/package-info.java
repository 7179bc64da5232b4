/**
 * What fits at a caret. A copy of the text gets a mark there: the grammar says which keywords and roles of names may stand
 * in its place, the compiler what it looked for when it came upon the mark and what could be seen from there. Called by
 * the server's entry points: {@link dync.lsp.completion.Completions} and {@link dync.lsp.completion.Signatures}.
 */
package dync.lsp.completion;
