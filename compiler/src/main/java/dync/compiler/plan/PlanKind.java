package dync.compiler.plan;

/** How a plan is made. */
public enum PlanKind {
    /** One step after another, one operation after another, as the language defines it. */
    REFERENCE,
    /** The same values with less work. */
    OPTIMISED
}
