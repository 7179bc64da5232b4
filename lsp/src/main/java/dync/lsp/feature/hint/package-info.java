/**
 * What the editor shows between the words of a text: {@link dync.lsp.feature.hint.InlayHints} collects it, the other
 * classes find one kind each. Called by the server's entry points and by tests.
 */
package dync.lsp.feature.hint;
