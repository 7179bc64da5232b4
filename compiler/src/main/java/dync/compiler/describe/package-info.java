/**
 * Says what a model is: areas, wiring, costs, latency. One entry, {@link dync.compiler.describe.Describer}; its value is
 * shown as text, as JSON and as pictures by the renderers here and in {@code picture}. Any front end may call it.
 */
package dync.compiler.describe;
