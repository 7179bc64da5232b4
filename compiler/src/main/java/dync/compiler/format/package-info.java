/**
 * One canonical form of {@code .dyn} text, for the command line and for editors: {@link dync.compiler.format.Formatter}.
 * The parse tree is shaped into a {@code Doc} (what stands together, where a line may break), which {@code Layout} fits
 * into lines. Whatever cannot be read is left as it is, and nothing is changed whose meaning would change.
 */
package dync.compiler.format;
