package dync.data.transform;

/** How a value between pixels is found. */
public enum Interpolation {
    /** That of the nearest pixel. */
    NEAREST,
    /** The mean of the four around it, weighted by their closeness. */
    BILINEAR
}
