/**
 * What the words of the language mean, read from the page of the documents that says so. Used by the features; uses
 * nothing.
 */
package dync.lsp.words;
