package dync.compiler.errors;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Edit;
import dync.compiler.library.ModuleFinder;
import dync.compiler.model.Setting;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A {@code .dyn} text with the settings of its first line, {@code // settings: name=value …}. */
record Fixture(String name, String text, List<Setting> settings) {
    private static final String SETTINGS = "// settings: ";

    static Fixture read(Path file) throws IOException {
        return of(file.getFileName().toString(), Files.readString(file));
    }

    static Fixture of(String name, String text) {
        String first = text.lines().findFirst().orElse("");
        List<Setting> settings = first.startsWith(SETTINGS)
                ? Arrays.stream(first.substring(SETTINGS.length()).split(" "))
                        .map(Setting::parse)
                        .toList()
                : List.of();
        return new Fixture(name, text, settings);
    }

    /** The {@code .dyn} files of a folder, in order. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dyn"))
                    .sorted()
                    .toList();
        }
    }

    /** What is reported when every model is taken through all stages; settings go to the first. */
    List<Diagnostic> diagnostics() {
        Compilation compilation = Compilation.of(new Source(name, text), ModuleFinder.none());
        if (settings.isEmpty()) {
            compilation.checkAll();
        } else {
            compilation.model(compilation.models().get(0), settings);
        }
        return compilation.diagnostics();
    }

    /** This after an edit of its text, or of the setting that the edit is about. */
    Fixture mended(Edit edit) {
        String source = edit.span().source().name();
        if (source.equals(name)) {
            return new Fixture(name, replaced(edit), settings);
        }
        List<Setting> mended = new ArrayList<>();
        for (Setting setting : settings) {
            if (source.equals("--set " + setting.name())) {
                mended.add(new Setting(setting.name(), replaced(edit)));
            } else if (edit.span().source().text().equals(setting.name() + "=" + setting.value())) {
                mended.add(Setting.parse(replaced(edit)));
            } else {
                mended.add(setting);
            }
        }
        return new Fixture(name, text, mended);
    }

    private static String replaced(Edit edit) {
        return new StringBuilder(edit.span().source().text())
                .replace(edit.span().start(), edit.span().end(), edit.replacement())
                .toString();
    }
}
