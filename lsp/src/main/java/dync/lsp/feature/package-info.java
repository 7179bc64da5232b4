/**
 * One class for each thing that an editor can ask: it takes a {@link dync.lsp.feature.Snapshot} and answers in the
 * protocol's terms. No state, no waiting, no knowledge of connections; called by the server's entry points and by tests.
 */
package dync.lsp.feature;
