/**
 * The data sets that can be named or pointed at: what they are called, where their files are, how a path is recognised, and
 * which part of a set is wanted. On top of all other packages of data; experiments and the command line call it.
 */
package dync.data.catalogue;
