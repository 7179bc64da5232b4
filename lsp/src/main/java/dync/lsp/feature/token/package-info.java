/**
 * How the words of a text are painted, from what the compiler knows of them: {@link dync.lsp.feature.token.SemanticWords}
 * for a text, {@link dync.lsp.feature.token.Painted} for what changed since. Called by the server's entry points and by tests.
 */
package dync.lsp.feature.token;
