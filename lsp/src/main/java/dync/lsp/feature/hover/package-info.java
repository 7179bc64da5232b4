/**
 * What the editor shows about the word under the mouse: {@link dync.lsp.feature.hover.Hovers} finds out what it is, the
 * other classes say what is known of it. Called by the server's entry points and by tests.
 */
package dync.lsp.feature.hover;
