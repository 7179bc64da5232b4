package dync.compiler.diagnostic;

/**
 * The stable codes: 01 syntax, 02 names, 03 shapes, 04 types and units, 05 parameters and
 * values, 06 time, 07 structure. A code is never used again for another mistake. The long explanation of each is the
 * resource {@code explain/CODE.md}.
 */
public enum Code {
    DYN0101("bracket is never closed"),
    DYN0102("bracket closes nothing"),
    DYN0103("comma is missing or too many"),
    DYN0104("character has no meaning"),
    DYN0105("string is never closed"),
    DYN0106("unknown unit"),
    DYN0107("symbol is missing"),
    DYN0108("reserved word as a name"),
    DYN0109("statement in the wrong place"),
    DYN0110("misspelled keyword"),
    DYN0111("unexpected word"),
    DYN0112("value is missing"),
    DYN0113("malformed number"),
    DYN0114("nested too deeply"),
    DYN0115("type is missing"),
    DYN0116("given twice"),
    DYN0117("unknown annotation"),
    DYN0118("comparisons in a chain"),
    DYN0119("value without let"),

    DYN0201("unknown operation"),
    DYN0202("unknown name"),
    DYN0203("unknown area"),
    DYN0204("unknown argument"),
    DYN0205("too many arguments"),
    DYN0206("missing argument"),
    DYN0207("argument given twice"),
    DYN0208("name declared twice"),
    DYN0209("a declaration of another kind"),
    DYN0210("unknown type"),
    DYN0211("import not found"),
    DYN0212("no such member"),
    DYN0213("hides another name"),
    DYN0214("never used"),
    DYN0215("argument out of order"),
    DYN0216("no weight to share"),
    DYN0217("shared weight with settings of its own"),

    DYN0301("operation does not fit the flow"),
    DYN0302("nothing is left of the flow"),
    DYN0303("shapes do not fit"),
    DYN0304("skip or feedback does not fit"),
    DYN0305("recurrence does not fit"),
    DYN0306("state changes its shape"),
    DYN0307("sources do not fit together"),
    DYN0308("weight without a valid shape"),
    DYN0309("shared weight does not fit"),

    DYN0401("value of another type"),
    DYN0402("number without a unit"),
    DYN0403("units do not go together"),
    DYN0404("operator does not apply"),
    DYN0405("condition is neither true nor false"),
    DYN0406("derivative is not per time"),
    DYN0407("no whole number"),
    DYN0408("not known when the model is compiled"),

    DYN0501("unknown parameter"),
    DYN0502("setting cannot be read"),
    DYN0503("parameter without a value"),
    DYN0504("requirement does not hold"),
    DYN0505("unknown model"),
    DYN0506("value out of range"),
    DYN0507("parameter set twice"),

    DYN0601("delay is no whole number of steps"),
    DYN0602("loop without delay"),
    DYN0603("negative delay"),
    DYN0604("delay longer than the run"),
    DYN0605("step longer than the time constant"),
    DYN0606("never answers"),
    DYN0607("skip that goes backwards"),
    DYN0608("area that drives nothing"),

    DYN0701("area without emit"),
    DYN0702("more than one emit"),
    DYN0703("step in the wrong place"),
    DYN0704("nothing receives"),
    DYN0705("nothing is sent"),
    DYN0706("model without a clock"),
    DYN0707("model without an input"),
    DYN0708("model without a readout"),
    DYN0709("stated twice"),
    DYN0710("tableau is not consistent"),
    DYN0711("uses itself"),
    DYN0712("dynamics without an equation"),
    DYN0713("primitive without a Java method"),
    DYN0714("Java method not found");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** A few words for lists. */
    public String title() {
        return title;
    }
}
