package dync.compiler.parse;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.grammar.DynParser.DeclarationContext;
import dync.grammar.DynParser.ImportDeclarationContext;
import dync.grammar.DynParser.ModuleContext;
import dync.grammar.DynParser.SoleExpressionContext;
import java.util.List;

/** Reads a source. */
public final class Parser {
    private Parser() {}

    /**
     * The syntax tree of a text, whatever the text: mistakes are reported, and what they spoil stands in the tree as
     * error nodes or is left out.
     */
    public static Module parse(Source source, Diagnostics diagnostics) {
        Words words = Words.read(source, diagnostics);
        ModuleContext tree = parser(words, diagnostics).module();
        return module(tree, new Reader(source, words.docs(), diagnostics));
    }

    /** The same text as the grammar sees it, for those who need every word and comment. */
    public static Concrete concrete(Source source, Diagnostics diagnostics) {
        Words words = Words.read(source, diagnostics);
        ModuleContext tree = parser(words, diagnostics).module();
        List<Span> comments = words.comments().stream().map(Word::span).toList();
        return new Concrete(tree, comments);
    }

    /** The expression that a text consists of, such as the value of a setting. */
    public static Expression expression(Source source, Reporter reporter) {
        Diagnostics found = new Diagnostics();
        Words words = Words.read(source, found);
        SoleExpressionContext tree = parser(words, found).soleExpression();
        Expression expression =
                new ExpressionBuilder(new Reader(source, words.docs(), found)).expression(tree.expression());
        found.all().forEach(reporter::report);
        return found.hasErrors() ? new Expression.Error(expression.span()) : expression;
    }

    private static BoundedParser parser(Words words, Diagnostics diagnostics) {
        List<Word> balanced = Brackets.balance(words.visible(), diagnostics);
        WordStream stream = new WordStream(Separators.separate(balanced, diagnostics));
        BoundedParser parser = new BoundedParser(stream);
        parser.setErrorHandler(new Recovery(new SyntaxErrors(diagnostics)));
        return parser;
    }

    private static Module module(ModuleContext tree, Reader reader) {
        DeclarationBuilder builder = new DeclarationBuilder(reader);
        List<Module.Import> imports = tree.importDeclaration().stream()
                .filter(context -> !Reader.isBroken(context))
                .map(context -> imported(context, reader))
                .toList();
        List<Declaration> declarations = Statements.of(
                reader,
                tree,
                DeclarationContext.class,
                context -> builder.declaration((DeclarationContext) context),
                span -> new Declaration.Error(span, new Name(span, "")));
        return new Module(new Span(reader.source(), 0, reader.source().text().length()), imports, declarations);
    }

    private static Module.Import imported(ImportDeclarationContext context, Reader reader) {
        boolean wildcard = !context.TIMES().isEmpty();
        if (wildcard
                && (context.TIMES().size() > 1
                        || context.getStop() != context.TIMES(0).getSymbol())) {
            reader.diagnostics()
                    .report(Diagnostic.error(
                                    Code.DYN0111,
                                    reader.span(context.TIMES(0).getSymbol()),
                                    "a `*` stands at the end of an import")
                            .help("an import reads `import dyn.std.*`"));
        }
        return new Module.Import(reader.span(context), reader.names(context.name()), wildcard);
    }
}
