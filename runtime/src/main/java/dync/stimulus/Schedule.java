package dync.stimulus;

import dync.runtime.Stimulus;
import java.util.BitSet;
import org.bytedeco.pytorch.Tensor;

/** A run, step by step: is the image shown, and does the answer count. */
public final class Schedule {
    /** Stands for a label where the answer does not count. */
    public static final long UNLABELLED = -1;

    private final int steps;
    private final BitSet shown;
    private final BitSet asked;

    Schedule(int steps, BitSet shown, BitSet asked) {
        this.steps = steps;
        this.shown = shown;
        this.asked = asked;
    }

    /** Number of steps in all. */
    public int steps() {
        return steps;
    }

    /** Whether the image is shown at a step, and not a blank. */
    public boolean shown(int step) {
        return shown.get(step);
    }

    /** Whether the image is shown at every step. */
    public boolean alwaysShown() {
        return shown.cardinality() == steps;
    }

    /** Whether the answer at a step counts. */
    public boolean asked(int step) {
        return asked.get(step);
    }

    /** How many steps have an answer that counts. */
    public int askedSteps() {
        return asked.cardinality();
    }

    /**
     * The images of a batch over time; never copied.
     *
     * @param images {@code [B, C, H, W]}; they must live as long as the stimulus is used
     * @param blank value of every pixel while nothing is shown
     */
    public Stimulus stimulus(Tensor images, float blank) {
        return alwaysShown() ? Stimulus.still(images, steps) : stimulus(images, blank, Appearance.PLAIN, 0);
    }

    /**
     * The images of a batch over time, changed in their looks. A frame that is not the same at all steps is made when
     * the model asks for it, on the device of the images.
     *
     * @param images {@code [B, C, H, W]}, single precision; they must live as long as the stimulus is used
     * @param blank value of every pixel while nothing is shown
     * @param batch a number of the batch: what is drawn at random is drawn anew for every number
     * @return belongs, with the tensors that it keeps, to the current scope
     */
    public Stimulus stimulus(Tensor images, float blank, Appearance appearance, long batch) {
        return new PresentedImage(appearance.of(images, blank, batch), images.size(0), this);
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
            for (int t = 0; t < steps; t++) {
                into[b * steps + t] = asked.get(t) ? labels[b] : UNLABELLED;
            }
        }
    }
}
