/**
 * What is done with a model: an experiment, which names the model, its parameters, the data, how they are shown, how it is
 * trained, tested and tracked; read from YAML, profiles, the environment and the command line, in this order. Composed of
 * the settings that other packages declare; training, testing and the command line call it.
 */
package dync.experiment;
