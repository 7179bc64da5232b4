/**
 * What a person sees while a network trains or is tested: a bar that moves on a terminal, plain lines elsewhere. The
 * commands that train and test make a view; the trainer feeds it.
 */
package dync.cli.progress;
