/**
 * What the words of the language mean and how statements are written. Used by the features; uses what the compiler says
 * of its language.
 */
package dync.lsp.words;
