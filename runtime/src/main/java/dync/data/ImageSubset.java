package dync.data;

/** Some of the images of another set of them, in an order of its own, perhaps with other labels. */
final class ImageSubset implements Images {
    private final Images all;
    private final int[] chosen;
    private final int[] labels;

    private ImageSubset(Images all, int[] chosen, int[] labels) {
        this.all = all;
        this.chosen = chosen;
        this.labels = labels;
    }

    /** The images with these indices. */
    static Images of(Images all, int[] chosen) {
        return new ImageSubset(all, chosen.clone(), new int[0]);
    }

    /** The images with these indices; {@code labels[c]} is the label of what was of class c. */
    static Images relabelled(Images all, int[] chosen, int[] labels) {
        return new ImageSubset(all, chosen.clone(), labels.clone());
    }

    /** Up to {@code count} images at even distances. */
    static Images spread(Images all, int count) {
        int size = Math.min(count, all.size());
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = (int) ((long) i * all.size() / size);
        }
        return of(all, chosen);
    }

    @Override
    public int size() {
        return chosen.length;
    }

    @Override
    public int label(int index) {
        int label = all.label(chosen[index]);
        return labels.length == 0 ? label : labels[label];
    }

    @Override
    public void read(int index, Picture into) {
        all.read(chosen[index], into);
    }
}
