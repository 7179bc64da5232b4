/**
 * The playground: a page in the browser that edits models with the help of the language server. Serves the page, the
 * examples and a socket to the server, on this machine alone. The command line starts it.
 */
package dync.playground;
