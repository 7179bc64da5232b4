/**
 * dync from Java: {@link dync.Dyn} compiles a {@code .dyn} file and loads its model. For programs that use models, and
 * for the command line.
 */
package dync;
