/** The words of the grammar, put in by the build. */
declare const DYN_WORDS: string[];
declare module "*.css";
