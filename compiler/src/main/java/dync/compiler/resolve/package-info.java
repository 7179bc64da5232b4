/**
 * Names, arguments, types and units of a whole file, whatever its parameters will be: branches that these settings
 * would not take are checked as well. One entry: {@link dync.compiler.resolve.Resolver}.
 */
package dync.compiler.resolve;
