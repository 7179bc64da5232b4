/**
 * Compiles generated sources in memory with the JDK's own compiler. Used by whoever loads a model; the class path is
 * theirs to give.
 */
package dync.compiler.javac;
