package dync.cli.picture;

import java.awt.Color;

/** The colours of all charts. */
final class Palette {
    /** What stands behind: single batches, former epochs. */
    static final Color FAINT = new Color(0xB8C4D6);
    /** What is to be read. */
    static final Color STRONG = new Color(0x1F4E8C);
    /** A second line beside it. */
    static final Color OTHER = new Color(0x5B8C5A);
    /** What the eye should find first. */
    static final Color ACCENT = new Color(0xC8501E);
    /** A level to compare with, such as chance. */
    static final Color LEVEL = Color.GRAY;

    private static final Color FIRST = new Color(0x9DB7DB);
    private static final Color LAST = new Color(0xB03A00);

    private Palette() {}

    /** The colour of one of several that have an order, from light blue to dark red. */
    static Color inOrder(int index, int count) {
        double share = count < 2 ? 1 : (double) index / (count - 1);
        return new Color(
                mix(FIRST.getRed(), LAST.getRed(), share),
                mix(FIRST.getGreen(), LAST.getGreen(), share),
                mix(FIRST.getBlue(), LAST.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
