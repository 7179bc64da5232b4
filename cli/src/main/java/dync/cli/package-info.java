/**
 * The command line: one class per subcommand, each of which reads its options and calls the module that does the work.
 * Nothing here may touch a tensor class before a command needs one. Called by the launcher alone.
 */
package dync.cli;
