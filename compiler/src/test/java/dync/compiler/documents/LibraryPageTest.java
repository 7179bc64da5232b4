package dync.compiler.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.ast.Declaration;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.library.ModuleFinder;
import dync.compiler.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryPageTest {
    private static final Path PAGE = Path.of("../docs/stdlib.md");

    @Test
    void the_page_of_the_standard_library_is_up_to_date() throws IOException {
        String page = LibraryPage.text();
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    static List<String> modules() {
        ModuleFinder library = ModuleFinder.standardLibrary();
        List<String> modules = new ArrayList<>(library.in("dyn.std"));
        modules.addAll(library.in("dyn.models"));
        return modules;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_declaration_of_the_library_says_what_it_is(String module) {
        assertThat(Parser.parse(ModuleFinder.standardLibrary().find(module).orElseThrow(), new Diagnostics())
                        .declarations())
                .filteredOn(declaration -> declaration.doc().isEmpty())
                .extracting(Declaration::name)
                .isEmpty();
    }
}
