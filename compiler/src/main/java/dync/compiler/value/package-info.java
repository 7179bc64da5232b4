/**
 * What expressions evaluate to: exact numbers with a dimension of time, declarations, and signals that flow. Used by
 * checking, specialising and graph building; knows the tree and diagnostics only.
 */
package dync.compiler.value;
