/**
 * Source text and places in it. Everything that a user may be told about carries a {@link dync.compiler.source.Span}.
 * Used by every stage; uses none.
 */
package dync.compiler.source;
