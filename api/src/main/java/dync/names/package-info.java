/**
 * Weights from elsewhere and for elsewhere: maps between names there and here, kept as data, and what comes of applying
 * one to a file and a model. The command line and programs that exchange weights call it.
 */
package dync.names;
