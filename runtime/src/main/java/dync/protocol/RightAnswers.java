package dync.protocol;

/** The share of right answers at each step, whether an answer was asked for there or not. */
final class RightAnswers {
    private final long[] right;
    private boolean[] present;
    private long images;

    RightAnswers(int steps) {
        right = new long[steps];
        present = new boolean[steps];
    }

    void add(Answers batch) {
        long[] guesses = batch.guesses();
        for (int i = 0; i < guesses.length; i++) {
            right[i % right.length] += guesses[i] == batch.labels()[i] ? 1 : 0;
        }
        present = batch.present();
        images += guesses.length / right.length;
    }

    /** By step; not a number where the readout cannot answer yet. */
    double[] shares() {
        double[] shares = new double[right.length];
        for (int step = 0; step < shares.length; step++) {
            shares[step] = present[step] ? (double) right[step] / images : Double.NaN;
        }
        return shares;
    }
}
