/**
 * The compiler from the outside: {@link dync.compiler.Compilation} runs the stages on one file. Everything below is a
 * stage or a value between two stages.
 */
package dync.compiler;
