package dync.compiler.resolve;

/** Where a pipeline stands, which decides what it may hold. */
enum Place {
    AREA("an area"),
    BLOCK("a block"),
    CONNECTION("a connection"),
    WIRE("a skip or feedback"),
    READOUT("a readout"),
    THEN("the steps after an area"),
    PRIMITIVE("a primitive");

    private final String noun;

    Place(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    /** Whether there is a state here to read, to integrate and to commit. */
    boolean hasState() {
        return this == AREA;
    }
}
