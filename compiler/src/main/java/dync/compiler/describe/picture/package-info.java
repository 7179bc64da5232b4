/**
 * Draws a description as SVG: the wiring, and the network unrolled in time. One entry,
 * {@link dync.compiler.describe.picture.Picture}; any front end may call it.
 */
package dync.compiler.describe.picture;
