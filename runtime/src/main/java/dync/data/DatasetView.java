package dync.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data set with other images than those of the one it is made from, and perhaps fewer classes. */
record DatasetView(Dataset of, List<String> classes, List<String> classIds, Map<Split, Images> parts)
        implements Dataset {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public int channels() {
        return of.channels();
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return of.imageSize();
    }

    @Override
    public Normalisation normalisation() {
        return of.normalisation();
    }

    @Override
    public Images images(Split split) {
        return parts.get(split);
    }
}
