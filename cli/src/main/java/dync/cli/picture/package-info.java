/** Draws what people would rather look at than read. Used by the commands; knows the training's reports only. */
package dync.cli.picture;
