package dync.data.catalogue;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One line of {@link Datasets#list}.
 *
 * @param name what it is called on the command line
 * @param contents images, sizes and classes in words
 * @param origin where it comes from
 * @param place the folder that holds its files; empty if it is not on this machine, or needs no files
 * @param bytes size of its files, or of what has to be fetched
 * @param present whether it can be used right away
 * @param byHand how a person brings it here; empty if it can be fetched or is there
 */
public record DatasetEntry(
        String name,
        String contents,
        String origin,
        Optional<Path> place,
        long bytes,
        boolean present,
        Optional<String> byHand) {}
