/**
 * What the compiler knows of one version of a text: names, scopes, shapes, delays, mistakes. Computed once for each
 * version, when it is first asked for. Used by the features; knows nothing of the protocol's messages.
 */
package dync.lsp.analysis;
