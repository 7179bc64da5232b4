package dync.stimulus;

import dync.runtime.Stimulus;
import dync.runtime.UserError;
import dync.stimulus.course.Moment;
import dync.stimulus.course.Scene;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** A run, step by step: what is seen, and whose label counts. */
public final class Schedule {
    /** Stands for a label where the answer does not count. */
    public static final long UNLABELLED = -1;

    private static final double ROUNDING = 1e-9;

    private final List<Moment> moments;
    private final double stepMs;
    private final int[] asked;

    private Schedule(List<Moment> moments, double stepMs, int[] asked) {
        this.moments = moments;
        this.stepMs = stepMs;
        this.asked = asked;
    }

    /**
     * Prolongs a course by the latency and postpones its labels by as much; after every onset of an image, no answer is
     * asked for during the reaction time. An onset is a step at which an image is seen that was not seen at the step
     * before.
     *
     * @param course every step before the run is prolonged
     * @param stepMs length of a step in milliseconds
     * @param reactionMs reaction time in milliseconds, 0 or more; it masks {@code ceil(reactionMs / stepMs)} steps
     * @param latency steps until the model's answer to the first step is there; the run goes on for so many blank steps
     *     at its end, and each answer is held against what was shown so many steps before
     */
    public static Schedule of(List<Moment> course, double stepMs, double reactionMs, int latency) {
        // 1.1 ms are 11 steps of 0.1 ms, though the quotient of the two is above 11
        double reaction = Math.ceil(reactionMs / stepMs * (1 - ROUNDING));
        int[] asked = new int[course.size() + latency];
        Arrays.fill(asked, Scene.NO_IMAGE);
        int before = Scene.NO_IMAGE;
        int onset = 0;
        for (int t = 0; t < course.size(); t++) {
            int image = course.get(t).scene().image();
            onset = image == before ? onset : t;
            before = image;
            boolean counts = course.get(t).asked() && t - onset >= reaction;
            asked[t + latency] = counts ? image : Scene.NO_IMAGE;
        }
        return new Schedule(List.copyOf(course), stepMs, asked);
    }

    /** Number of steps in all. */
    public int steps() {
        return asked.length;
    }

    /** Length of a step in milliseconds. */
    public double stepMs() {
        return stepMs;
    }

    /** What is seen at a step. */
    public Scene scene(int step) {
        return step < moments.size() ? moments.get(step).scene() : Scene.BLANK;
    }

    /** Whether an image is shown at a step, and not a blank. */
    public boolean shown(int step) {
        return scene(step).images() > 0;
    }

    /** Whether the scene is another than at the step before. */
    public boolean changes(int step) {
        return !scene(step).equals(scene(step - 1));
    }

    /** Whether the answer at a step counts. */
    public boolean asked(int step) {
        return asked[step] != Scene.NO_IMAGE;
    }

    /** The image whose label counts at a step, counted as in a {@link Scene}; {@link Scene#NO_IMAGE} if none does. */
    public int answer(int step) {
        return asked[step];
    }

    /** How many steps have an answer that counts. */
    public int askedSteps() {
        return (int) IntStream.range(0, steps()).filter(this::asked).count();
    }

    /** How many images a batch needs at least. */
    public int images() {
        return moments.stream()
                .mapToInt(moment -> moment.scene().images())
                .max()
                .orElse(0);
    }

    /**
     * The images of a batch over time as they are; never copied.
     *
     * @param images {@code [B, C, H, W]}; they must live as long as the stimulus is used
     * @param blank value of every pixel while nothing is shown
     * @throws UserError if the batch has too few images
     */
    public Stimulus stimulus(Tensor images, float blank) {
        return stimulus(images, Appearance.plain(blank), Place.BEGINNING);
    }

    /**
     * The images of a batch over time, changed in their looks. A frame that is not the same at all steps is made when
     * the model asks for it, on the device of the images.
     *
     * @param images {@code [B, C, H, W]}, single precision, normalised; they must live as long as the stimulus is used
     * @param place where the batch stands: what is drawn at random is drawn anew for every place
     * @return belongs, with the tensors that it keeps, to the current scope
     * @throws UserError if the batch has too few images
     */
    public Stimulus stimulus(Tensor images, Appearance appearance, Place place) {
        requireImages(images.size(0));
        boolean still = IntStream.range(0, steps()).allMatch(step -> scene(step).equals(Scene.OWN));
        return still && appearance.isPlain()
                ? Stimulus.still(images, steps())
                : new ScheduledStimulus(this, appearance.of(images, stepMs, place), images.size(0));
    }

    /** @throws UserError if a batch of {@code count} images does not suffice */
    public void requireImages(long count) {
        if (count < images()) {
            throw new UserError(
                    "a run shows " + images() + " images of a batch, and a batch has " + count,
                    "take larger batches, and so many images that the last batch is large enough too");
        }
    }

    /**
     * Spreads the labels of a batch over time.
     *
     * @param labels one class a sample
     * @param count number of samples
     * @param into receives {@code count · steps} values, sample by sample: the class, or {@link #UNLABELLED}
     */
    public void spread(int[] labels, int count, long[] into) {
        for (int b = 0; b < count; b++) {
            for (int t = 0; t < asked.length; t++) {
                into[b * asked.length + t] = asked(t) ? labels[(b + asked[t]) % count] : UNLABELLED;
            }
        }
    }

    /** One line a step: its number, what is seen, and the image that is asked for. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (int t = 0; t < steps(); t++) {
            lines.append(t).append(": ").append(scene(t));
            lines.append(asked(t) ? " -> " + asked[t] : "").append('\n');
        }
        return lines.toString();
    }
}
