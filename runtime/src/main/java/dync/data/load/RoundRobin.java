package dync.data.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * One image of each class in turn, by ascending class; a class that has no more is passed over. The first few batches
 * then hold all classes, so that a test may end early.
 */
public final class RoundRobin {
    private RoundRobin() {}

    /**
     * Puts images in turn.
     *
     * @param images their indices; those of one class keep this order
     * @param label the class of an image
     * @return the same indices
     */
    public static int[] order(int[] images, IntUnaryOperator label) {
        Map<Integer, Deque<Integer>> waiting = new TreeMap<>();
        for (int image : images) {
            waiting.computeIfAbsent(label.applyAsInt(image), none -> new ArrayDeque<>())
                    .add(image);
        }
        int[] order = new int[images.length];
        int next = 0;
        while (next < order.length) {
            for (Deque<Integer> ofClass : waiting.values()) {
                if (!ofClass.isEmpty()) {
                    order[next++] = ofClass.remove();
                }
            }
        }
        return order;
    }
}
