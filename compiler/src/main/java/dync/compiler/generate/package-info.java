/**
 * Prints a plan as a Java class that extends the runtime's model, with JavaPoet. One entry: {@link
 * dync.compiler.generate.JavaGenerator}. The runtime is known by name only.
 */
package dync.compiler.generate;
