/**
 * Logging to standard error: warnings only, unless {@code -v} asks for more. Found by logback through its service file;
 * called by nobody.
 */
package dync.cli.log;
