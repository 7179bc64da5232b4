/**
 * From text to syntax tree, whatever the text: {@link dync.compiler.parse.Parser#parse} never throws. Words are read and
 * mended first ({@code Words}, {@code Brackets}, {@code Separators}), then ANTLR parses them under our own
 * {@code Recovery}, then the builders make the records of {@code ast}. Callers use {@code Parser} alone.
 */
package dync.compiler.parse;
