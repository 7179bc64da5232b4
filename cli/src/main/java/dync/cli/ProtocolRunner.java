package dync.cli;

import dync.Dyn;
import dync.cli.picture.ProtocolPicture;
import dync.cli.progress.ProtocolView;
import dync.data.Dataset;
import dync.data.catalogue.DataSettings;
import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.protocol.ModelSource;
import dync.protocol.Protocol;
import dync.protocol.ProtocolResult;
import dync.protocol.ProtocolTest;
import dync.protocol.Protocols;
import dync.protocol.TestFolder;
import dync.runtime.DynModel;
import dync.train.RunFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tests a run by a protocol, and tells what came out. */
final class ProtocolRunner {
    private final Console console;
    private final Runs common;
    private final ProtocolOptions options;
    private final WeightsOptions weights;
    private final ClassLoader classes;

    ProtocolRunner(Console console, Runs common, ProtocolOptions options, WeightsOptions weights, ClassLoader classes) {
        this.console = console;
        this.common = common;
        this.options = options;
        this.weights = weights;
        this.classes = classes;
    }

    /** Tells which protocols there are. */
    void list(Optional<Path> folder) {
        known(folder.map(run -> RunFolder.open(run).experiment()).orElseGet(Experiment::standard))
                .values()
                .forEach(protocol -> {
                    console.out()
                            .printf(
                                    "%-24s %s%n",
                                    protocol.name(), protocol.settings().meaning());
                    protocol.settings().vary().forEach((path, values) -> console.out()
                            .printf("%-24s   %s: %s%n", "", path, String.join(", ", values)));
                });
    }

    private Map<String, Protocol> known(Experiment experiment) {
        Map<String, Protocol> all = new LinkedHashMap<>(Protocols.of(experiment));
        options.file().ifPresent(file -> all.putAll(Protocols.file(file)));
        return all;
    }

    /** @param direct settings of the command line that lie below the protocol, by path */
    int run(Path folder, String name, Map<String, String> direct) {
        RunFolder run = RunFolder.openBegun(folder);
        Experiment base = base(folder, direct);
        Protocol protocol = Protocols.named(name, known(base));
        for (Map.Entry<String, List<String>> one : options.vary().entrySet()) {
            protocol = protocol.varying(one.getKey(), one.getValue());
        }
        AtomicBoolean stop = new AtomicBoolean();
        ProtocolView view = console.terminal().err()
                ? ProtocolView.bar(console.err(), console.terminal().columns())
                : ProtocolView.lines(console.err());
        Map<DataSettings, Dataset> open = new HashMap<>();
        ProtocolResult result;
        try (view;
                Interrupts watched = Interrupts.watch(() -> stop.set(true))) {
            ProtocolTest test = new ProtocolTest(
                    base,
                    protocol,
                    options.changes(),
                    models(common.dyn(base)),
                    weights.of(run),
                    data -> open.computeIfAbsent(data, common::data),
                    view);
            TestFolder made = options.out().map(TestFolder::at).orElseGet(() -> TestFolder.below(run.path(), name));
            result = test.run(made, stop::get);
        }
        ProtocolPicture.draw(result);
        new ProtocolReport(console.out()).print(result);
        if (!result.complete()) {
            console.err().println("stopped before its end; " + TestFolder.INCOMPLETE + " says how far it came");
        }
        console.out().println(result.folder());
        return result.complete() ? ExitCode.OK : ExitCode.INTERRUPTED;
    }

    private Experiment base(Path folder, Map<String, String> direct) {
        ExperimentReader reader = ExperimentReader.file(folder.resolve(RunFolder.EXPERIMENT));
        options.profiles().forEach(reader::profile);
        reader.environment(System.getenv());
        direct.forEach((path, value) -> reader.set(path, value, "the command line"));
        return reader.read().value();
    }

    private ModelSource models(Dyn dyn) {
        Map<String, String> names = new HashMap<>();
        dyn.compiled().model().parameters().forEach(parameter -> {
            names.put(parameter.name(), parameter.name());
            parameter.aliases().forEach(alias -> names.put(alias, parameter.name()));
        });
        return new ModelSource() {
            @Override
            public DynModel model(Experiment experiment) {
                return common.dyn(experiment).classes(classes).load();
            }

            @Override
            public Optional<String> parameter(String nameOrAlias) {
                return Optional.ofNullable(names.get(nameOrAlias));
            }
        };
    }
}
