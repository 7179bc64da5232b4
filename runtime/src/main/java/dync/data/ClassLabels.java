package dync.data;

/** What the labels of a part of the classes are. */
public enum ClassLabels {
    /** Those of the whole set, for a model that was trained on all classes. */
    KEPT,
    /** From 0 in the order in which the classes are given, for a model that knows no others. */
    RENUMBERED
}
