/**
 * Between bytes and messages: frames with a length in front, JSON in them, and what is answered to what is neither. Knows
 * nothing of texts; used by {@link dync.lsp.DynServer} and by those who carry messages in another way.
 */
package dync.lsp.wire;
