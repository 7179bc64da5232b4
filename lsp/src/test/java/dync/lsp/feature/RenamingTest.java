package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import dync.lsp.document.Folders;
import dync.lsp.document.StandardLibrary;
import dync.lsp.text.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamingTest {
    private static Map<String, String> renamed(Caret caret, String newName) {
        Either<WorkspaceEdit, String> answer = Renaming.of(caret.snapshot(), caret.position(), newName, () -> false);
        assertThat(answer.isLeft()).as("%s", answer).isTrue();
        return Changed.texts(caret.snapshot(), answer.getLeft());
    }

    private static String one(String text, String newName) {
        return renamed(Caret.in(text), newName).get("memory:/test.dyn");
    }

    private static String refusal(String text, String newName) {
        Caret caret = Caret.in(text);
        return Renaming.of(caret.snapshot(), caret.position(), newName, () -> false)
                .getRight();
    }

    private static String prepared(String text) {
        Caret caret = Caret.in(text);
        Either<PrepareRenameResult, String> answer = Renaming.prepare(caret.snapshot(), caret.position());
        return answer.isRight() ? answer.getRight() : answer.getLeft().getPlaceholder();
    }

    @Test
    void renamesAParameterWithItsArguments() {
        assertThat(one("block b(‸kernel: int = 3) { conv(3, kernel = kernel) }\nblock c() { b(kernel = 5) }", "size"))
                .isEqualTo("block b(size: int = 3) { conv(3, kernel = size) }\nblock c() { b(size = 5) }");
    }

    @Test
    void renamesAnAliasAloneAndAParameterWithoutItsAlias() {
        String text = "block b(@alias(k) ‸kernel: int = 3) { conv(3, kernel) }\nblock c() { b(k = 5) }";

        assertThat(one(text, "size"))
                .isEqualTo("block b(@alias(k) size: int = 3) { conv(3, size) }\nblock c() { b(k = 5) }");
        assertThat(one("block b(@alias(k) kernel: int = 3) { conv(3, kernel) }\nblock c() { b(‸k = 5) }", "width"))
                .isEqualTo("block b(@alias(width) kernel: int = 3) { conv(3, kernel) }\nblock c() { b(width = 5) }");
    }

    @Test
    void followsPathsOfSharedWeights() {
        String text = """
                block Residual(channels: int) { conv(channels) }
                model Net() {
                    clock(step = 2 ms, steps = 10)
                    input(3, 8, 8)
                    area V1 { Residual(3); Residual(3); emit }
                    area V2 { Residual(3, share = V1.Residual_2); emit }
                    readout answer { flatten; linear(2) }
                }
                """;

        assertThat(one(text.replace("block Res", "block ‸Res"), "Res")).isEqualTo(text.replace("Residual", "Res"));
        assertThat(one(text.replace("area V1", "area ‸V1"), "LGN")).isEqualTo(text.replace("V1", "LGN"));
        assertThat(one(text.replace("V1.Resi", "V1.Resi‸"), "Res")).isEqualTo(text.replace("Residual", "Res"));
    }

    @Test
    void renamesAnAreaInBothBranches() {
        String text = Caret.model("""
                if tau > 5 ms { area V1 { conv(3); emit } } else { area V1 { conv(5); emit } }
                V‸1 then relu
                """);

        assertThat(one(text, "LGN")).isEqualTo(text.replace(Caret.MARK, "").replace("V1", "LGN"));
    }

    @Test
    void renamesInEveryFileThatImports() {
        Caret caret = Caret.inOneOf("""
                //- lab/nets.dyn
                block Resi‸dual(channels: int) { conv(channels) }
                //- one.dyn
                import lab.nets.Residual
                block one() { Residual(3) }
                //- two.dyn
                import lab.*
                block two() { Residual(channels = 3) }
                //- three.dyn
                block Residual() { relu }
                """);

        Map<String, String> texts = renamed(caret, "Res");
        assertThat(texts.get("memory:/lab/nets.dyn")).startsWith("block Res(");
        assertThat(texts.get("memory:/one.dyn")).isEqualTo("import lab.nets.Res\nblock one() { Res(3) }\n");
        assertThat(texts.get("memory:/two.dyn")).isEqualTo("import lab.*\nblock two() { Res(channels = 3) }\n");
        assertThat(texts.get("memory:/three.dyn")).isEqualTo("block Residual() { relu }\n");
    }

    @Test
    void startsFromAUseInAnotherFile() {
        Caret caret = Caret.inOneOf("""
                //- nets.dyn
                block Residual(channels: int) { conv(channels) }
                //- one.dyn
                import nets.*
                block one() { Residual(chan‸nels = 3) }
                """);

        Map<String, String> texts = renamed(caret, "width");
        assertThat(texts.get("memory:/nets.dyn")).isEqualTo("block Residual(width: int) { conv(width) }\n");
        assertThat(texts.get("memory:/one.dyn")).contains("Residual(width = 3)");
    }

    @Test
    void leavesTheNameOfAFileThatIsCalledLikeItsModel() {
        Caret caret = Caret.inOneOf("""
                //- Residual.dyn
                block Resi‸dual(channels: int) { conv(channels) }
                //- one.dyn
                import Residual
                block one() { Residual(3) }
                """);

        assertThat(renamed(caret, "Res").get("memory:/one.dyn"))
                .isEqualTo("import Residual.Res\nblock one() { Res(3) }\n");
    }

    @Test
    void refusesWordsOfTheLanguageAndWhatIsNoName() {
        String text = "block ‸b() { relu }";

        assertThat(refusal(text, "if")).isEqualTo("if is a word of the language, and cannot be a name");
        assertThat(refusal(text, "it")).contains("word of the language");
        assertThat(refusal(text, "2x"))
                .isEqualTo("2x is no name: a name begins with a letter or _, and letters, digits and _ follow");
        assertThat(refusal(text, "größe")).contains("is no name");
        assertThat(refusal(text, " ")).startsWith("nothing is no name");
    }

    @Test
    void refusesWhatNobodyMayRename() {
        assertThat(prepared("block b() { re‸lu }"))
                .isEqualTo("relu belongs to the standard library, which cannot be changed");
        assertThat(prepared("bl‸ock b() { relu }")).isEqualTo("block is no name that something has been given");
        assertThat(prepared("block b() { cnov‸(3) }")).isEqualTo("nothing is called cnov here");
        assertThat(prepared("block b() { conv(in.chan‸nels) }")).contains("is no name that something has been given");
        assertThat(prepared("block b() { relu }\n\n‸\n")).isEqualTo("there is no name here");
        assertThat(prepared(Caret.model("area V1 from in‸put { emit }")))
                .isEqualTo("this input has no name of its own; write input NAME(…) to give it one");
    }

    @Test
    void offersTheNameThatStandsThere() {
        assertThat(prepared("block b(@alias(k‸) kernel: int) { conv(3, kernel) }"))
                .isEqualTo("k");
        assertThat(prepared("block ‸b() { relu }")).isEqualTo("b");
    }

    @Test
    void refusesANameThatIsTakenBeside() {
        assertThat(refusal(Caret.model("area ‸V1 { conv(3); emit }\narea V2 { conv(3); emit }"), "V2"))
                .startsWith("V1 cannot become V2: in line");
        assertThat(refusal("block ‸b(x: int, y: int) { conv(x, kernel = y) }".replace("‸b(x", "b(‸x"), "y"))
                .startsWith("x cannot become y: in line 1");
    }

    @Test
    void refusesANameThatWouldHideAnother() {
        assertThat(refusal("const PAD = 1\nblock b(‸size: int) { conv(size, padding = PAD) }", "PAD"))
                .isEqualTo("size cannot become PAD: in line 2, PAD would mean the parameter of line 2");
    }

    @Test
    void refusesANameThatAnotherWouldHide() {
        assertThat(refusal("const ‸PAD = 1\nblock b(size: int) { conv(size, padding = PAD) }", "size"))
                .isEqualTo("PAD cannot become size: in line 2, size would mean the parameter of line 2");
    }

    @Test
    void refusesANameThatWouldTakeTheMeaningOfALibraryName() {
        assertThat(refusal("block ‸b() { relu }\nblock c() { b; tanh }", "tanh"))
                .isEqualTo("b cannot become tanh: in line 2, tanh would mean the block of line 1");
        assertThat(refusal("block b(‸x: init = zeros) { conv(3, init = x)\nconv(3, init = kaiming) }", "kaiming"))
                .startsWith("x cannot become kaiming: in line 2");
    }

    @Test
    void renamesWhatAPathOfAnotherFileNamesOnlyWithANumber() {
        Caret caret = Caret.inOneOf("""
                //- nets.dyn
                area Cortex() { let ear‸ly = it; conv(8); let late = it; emit }
                area Stem() { let early = it; emit }
                //- one.dyn
                import nets.*
                model M {
                    area V1 = Cortex()
                    area V2 { conv(8, share = V1.early_2); emit }
                }
                """);

        assertThat(renamed(caret, "first").values())
                .anySatisfy(text -> assertThat(text).contains("V1.first_2"));
    }

    @Test
    void refusesWhatCollidesInAnotherFile() {
        Caret caret = Caret.inOneOf("""
                //- nets.dyn
                block Resi‸dual(channels: int) { conv(channels) }
                //- one.dyn
                import nets.Residual
                block Res() { Residual(3) }
                """);

        assertThat(Renaming.of(caret.snapshot(), caret.position(), "Res", () -> false)
                        .getRight())
                .startsWith("Residual cannot become Res: in line")
                .contains("one.dyn");
    }

    @Test
    void refusesWhereAPartThatCannotBeReadMayNameIt() {
        assertThat(refusal(Caret.model("area ‸V1 { conv(3); emit }\nskip V1 => ; V2 (((\n"), "LGN"))
                .contains("cannot be read; mend it first");
    }

    @Test
    void renamesInATextThatHasOtherMistakes() {
        assertThat(one("block b(‸size: int) { conv(size); cnov(3) }", "width"))
                .isEqualTo("block b(width: int) { conv(width); cnov(3) }");
    }

    @Test
    void renamesInFilesThatAreNotOpen(@TempDir Path root) throws IOException {
        Path nets = Files.writeString(root.resolve("nets.dyn"), "block Residual() { relu }\n");
        Path user = Files.writeString(root.resolve("user.dyn"), "import nets.*\nblock u() { Residual }\n");
        Files.writeString(root.resolve("other.dyn"), "block o() { relu }\n");
        Folders folders = new Folders(line -> {});
        folders.open(List.of(root.toUri().toString()));
        Documents documents = new Documents(Encoding.UTF16, StandardLibrary.virtual(), folders);
        Document open = documents.open(nets.toUri().toString(), 7, Files.readString(nets));
        Workspace workspace = new Workspace(documents);
        Snapshot like = Caret.in("").snapshot();
        Snapshot snapshot = new Snapshot(open, workspace.analysis(open), workspace, like.client(), like.settings());

        WorkspaceEdit edit =
                Renaming.of(snapshot, new Position(0, 7), "Res", () -> false).getLeft();

        assertThat(edit.getDocumentChanges())
                .extracting(change -> change.getLeft().getTextDocument())
                .containsExactly(
                        new VersionedTextDocumentIdentifier(open.uri(), 7),
                        new VersionedTextDocumentIdentifier(user.toUri().toString(), null));
    }
}
