package dync.experiment;

import dync.settings.Key;

/** How a model is tested. */
public record TestingSettings(
        @Key(value = "images in a batch", standard = "64", atLeast = 1)
        int batch) {}
