/**
 * What a compiled model runs on: the model base class, the loop over time, and the primitives on libtorch.
 * Generated classes, the trainer and the command line call it; it knows neither the language nor the compiler.
 * Native memory follows the rules of {@code docs/decisions/0001-native-memory.md}.
 */
package dync.runtime;
