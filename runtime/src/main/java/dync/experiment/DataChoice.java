package dync.experiment;

import dync.settings.Key;

/**
 * Which images.
 *
 * @param set as {@link dync.data.Datasets#open} takes it
 */
public record DataChoice(
        @Key(
                value = "a data set of dync data list, or a file or folder with one",
                standard = "shapes",
                main = true,
                file = true)
        String set,

        @Key(value = "train on so many images, drawn by the seed; 0 is all", standard = "0", atLeast = 0)
        int trainLimit,

        @Key(value = "test on so many images after every epoch; 0 is all", standard = "2000", atLeast = 0)
        int testLimit) {}
