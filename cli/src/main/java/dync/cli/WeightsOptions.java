package dync.cli;

import dync.runtime.UserError;
import dync.train.CheckpointChoice;
import dync.train.RunFolder;
import dync.train.TrainedWeights;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose weights a trained model gets. */
final class WeightsOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "WHICH",
            description = "The checkpoint of the run: 'newest', 'best' (by training.keep), or after how many epochs:"
                    + " newest.")
    private Optional<String> checkpoint = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights of a safetensors file instead, as dync import and dync export write them.")
    private Optional<Path> file = Optional.empty();

    TrainedWeights of(RunFolder run) {
        if (file.isPresent() && checkpoint.isPresent()) {
            throw new UserError("the weights are named twice", "give --checkpoint or --weights");
        }
        CheckpointChoice choice = checkpoint.map(CheckpointChoice::parse).orElse(CheckpointChoice.NEWEST);
        return file.map(TrainedWeights::of).orElseGet(() -> TrainedWeights.of(run, choice));
    }
}
