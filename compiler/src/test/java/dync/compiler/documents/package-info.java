/** Holds the documents to what the compiler does. */
package dync.compiler.documents;
