package dync.bench;

import dync.data.transform.Affine;
import dync.data.transform.FlipHorizontal;
import dync.data.transform.Interpolation;
import dync.data.transform.NormalisationSettings;
import dync.data.transform.RandomCrop;
import dync.data.transform.RandomResizedCrop;
import dync.data.transform.TransformSettings;
import dync.data.transform.TransformStep;
import java.util.List;

/** What both sides do to their images; flipped at random and normalised are all of them. */
enum LoadingTask {
    CROP32("32×32, crop", "crop32", 20_000, new RandomCrop(32, 4, 0)),
    AFFINE32("32×32, rotate and shift", "affine32", 20_000, new Affine(10, 0.1, 1, 1, 0, Interpolation.BILINEAR, 0)),
    RAW224("224×224, resized crop, decoded", "crop224", 800, resizedCrop()),
    RAW224_TO_FILES("224×224, decoded to JPEG files", "jpeg224", 800, resizedCrop()),
    JPEG224("224×224, JPEG to JPEG files", "jpeg224", 800, resizedCrop());

    static final int BATCH = 64;

    private final String title;
    private final String peer;
    private final int images;
    private final TransformStep geometry;

    LoadingTask(String title, String peer, int images, TransformStep geometry) {
        this.title = title;
        this.peer = peer;
        this.images = images;
        this.geometry = geometry;
    }

    private static TransformStep resizedCrop() {
        return new RandomResizedCrop(224, 0.08, 1, 0.75, 4 / 3.0);
    }

    String title() {
        return title;
    }

    /** What the peer calls it. */
    String peer() {
        return peer;
    }

    int images() {
        return images;
    }

    boolean small() {
        return this == CROP32 || this == AFFINE32;
    }

    TransformSettings transforms() {
        return new TransformSettings(
                List.of(geometry, new FlipHorizontal(0.5)),
                List.of(),
                new NormalisationSettings.Figures(List.of(0.5), List.of(0.25)));
    }
}
