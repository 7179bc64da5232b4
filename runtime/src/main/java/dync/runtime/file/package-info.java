/** Files as dync reads and writes them: whole or not at all, and with a message that says what is wrong with one. */
package dync.runtime.file;
