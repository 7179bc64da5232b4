package dync.compiler.optimise;

/** One way to compute the same with less. */
interface Pass {

    /** Changes the graph and notes what was done. */
    void apply(Rewrite rewrite);
}
