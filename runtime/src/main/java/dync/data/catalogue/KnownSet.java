package dync.data.catalogue;

import dync.data.ImageSet;
import dync.data.Normalisation;
import dync.data.fetch.FetchSource;
import dync.data.fetch.FileSum;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A data set that many use, with a name.
 *
 * @param name what it is called on the command line
 * @param contents images, sizes and classes in words
 * @param origin who published it
 * @param bytes about how much there is to fetch
 * @param folders names of the folders in which its archive unpacks
 * @param installed a place where the system may have it
 * @param complete whether a folder has its files
 * @param reader of such a folder
 * @param normalisation mean and deviation as they are stated for it
 * @param files what has to be there after it was fetched; empty if it cannot be fetched
 * @param sources ways to fetch it, in the order in which they are tried
 * @param byHand how a person brings it here
 */
record KnownSet(
        String name,
        String contents,
        String origin,
        long bytes,
        List<String> folders,
        Optional<Path> installed,
        Predicate<Path> complete,
        Function<Path, ImageSet> reader,
        Normalisation normalisation,
        List<FileSum> files,
        List<FetchSource> sources,
        String byHand) {

    /** Reads the set. */
    ImageSet read(Path folder) {
        return reader.apply(folder).named(name).normalised(normalisation);
    }

    /** The same, elsewhere: for tests. */
    KnownSet from(Optional<Path> place, List<FetchSource> others) {
        return new KnownSet(
                name, contents, origin, bytes, folders, place, complete, reader, normalisation, files, others, byHand);
    }
}
