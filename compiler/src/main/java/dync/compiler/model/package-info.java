/**
 * Specialises a model: binds its parameters, decides every {@code if}, {@code for} and {@code repeat} of its body, and
 * turns delays into steps. What remains are areas, wires and readouts whose bodies wait for shapes. One entry: {@link
 * dync.compiler.model.Specialiser}.
 */
package dync.compiler.model;
