package dync.stimulus.course;

/**
 * One step of a time course.
 *
 * @param scene what is seen
 * @param asked whether it is asked which image is seen; where there is none, or reaction time is left, the answer does not
 *     count all the same
 */
public record Moment(Scene scene, boolean asked) {
    /** Nothing is seen and nothing asked. */
    public static final Moment BLANK = new Moment(Scene.BLANK, false);

    /** A scene that is asked for. */
    public static Moment of(Scene scene) {
        return new Moment(scene, true);
    }
}
