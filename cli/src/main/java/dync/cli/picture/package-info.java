/** Draws what people would rather look at than read. Used by the commands; knows the reports of training and tests only. */
package dync.cli.picture;
