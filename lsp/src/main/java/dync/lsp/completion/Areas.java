package dync.lsp.completion;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.parse.Continuation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItemKind;

/** The areas and inputs of the model around the caret. */
final class Areas {
    private final Context context;
    private final List<Ast> around;

    Areas(Context context) {
        this.context = context;
        List<Ast> path = context.heard().path();
        this.around = path.stream()
                .filter(Declaration.Model.class::isInstance)
                .findFirst()
                .or(() -> path.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    /** The areas that a statement may go on about. */
    List<Offer> statements() {
        return areas().stream()
                .map(area -> area(area).writing(area.name().text() + " then "))
                .toList();
    }

    /** The ends of a wire, those first to which it may lead. */
    List<Offer> wire() {
        Optional<Item.Wire> wire = context.heard().innermost(Item.Wire.class);
        List<Item.Area> areas = areas();
        Optional<String> source =
                wire.map(found -> found.source().text()).filter(name -> !name.equals(Continuation.MARK));
        int from = source.map(name ->
                        areas.stream().map(area -> area.name().text()).toList().indexOf(name))
                .orElse(-1);
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            boolean leads = from < 0 || (wire.orElseThrow().kind() == Item.Kind.SKIP ? i > from : i < from);
            if (i != from) {
                Offer offer = area(areas.get(i));
                offers.add(
                        leads
                                ? offer
                                : new Offer(
                                        offer.label(),
                                        offer.kind(),
                                        Offer.Rank.FOREIGN,
                                        offer.detail(),
                                        offer.text(),
                                        offer.snippet(),
                                        offer.about(),
                                        offer.module()));
            }
        }
        return offers;
    }

    /** What may drive an area or a readout. */
    List<Offer> sources() {
        Optional<String> own = context.heard().innermost(Item.Area.class).map(area -> area.name()
                .text());
        List<Offer> offers = new ArrayList<>(areas().stream()
                .filter(area -> !own.equals(Optional.of(area.name().text())))
                .map(this::area)
                .toList());
        around.forEach(model -> Tree.visit(model, node -> {
            if (node instanceof Item.Input input) {
                String name = input.name().map(Name::text).orElse("input");
                offers.add(Offer.of(name, CompletionItemKind.Variable, Offer.Rank.LOCAL, "input"));
            }
        }));
        offers.add(Offer.of("concat", CompletionItemKind.Keyword, Offer.Rank.WORD, "their channels behind each other")
                .snippet(context.place().next() == '(' ? "concat" : "concat(${1:A}, ${2:B})"));
        return offers;
    }

    /** The beginnings of paths behind {@code share =}: areas and readouts, and what stands in the same body. */
    List<Offer> shared() {
        List<Offer> offers = new ArrayList<>(areas().stream().map(this::area).toList());
        context.heard()
                .innermost(Item.Area.class)
                .ifPresent(area -> offers.addAll(parts(area.body(), Offer.Rank.REQUIRED)));
        context.heard()
                .innermost(Declaration.Area.class)
                .ifPresent(area -> offers.addAll(parts(area.body(), Offer.Rank.REQUIRED)));
        return offers;
    }

    /** The parts of an area that have weights. */
    List<Offer> parts(String area) {
        return areas().stream()
                .filter(each -> each.name().text().equals(area))
                .findFirst()
                .map(each -> each.template()
                        .flatMap(call -> Optional.ofNullable(
                                context.heard().templates().get(call.name().text())))
                        .map(Declaration.Area::body)
                        .orElse(each.body()))
                .map(body -> parts(body, Offer.Rank.LOCAL))
                .orElse(List.of());
    }

    private List<Offer> parts(List<Step> body, Offer.Rank rank) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        List<Offer> offers = new ArrayList<>();
        body.forEach(step -> Tree.visit(step, node -> {
            Optional<String> name =
                    node instanceof Step.Op op && !op.name().text().equals(Continuation.MARK)
                            ? Optional.of(op.name().text())
                            : node instanceof Step.Recurrent ? Optional.of("recurrent") : Optional.empty();
            name.ifPresent(base -> {
                int count = uses.merge(base, 1, Integer::sum);
                offers.add(Offer.of(
                        count == 1 ? base : base + "_" + count, CompletionItemKind.Field, rank, "weights of " + base));
            });
            if (node instanceof Step.Weight weight) {
                offers.add(Offer.of(weight.name().text(), CompletionItemKind.Field, rank, "weight"));
            }
        }));
        return offers;
    }

    private Offer area(Item.Area area) {
        String made = area.template().map(call -> " = " + call.name().text()).orElse("");
        return Offer.of(area.name().text(), CompletionItemKind.Module, Offer.Rank.LOCAL, "area" + made)
                .about(About.declared(area.name(), context.snapshot().document().uri(), context.place()));
    }

    private List<Item.Area> areas() {
        Map<String, Item.Area> areas = new LinkedHashMap<>();
        around.forEach(model -> Tree.visit(model, node -> {
            if (node instanceof Item.Area area && !area.name().text().equals(Continuation.MARK)) {
                areas.putIfAbsent(area.name().text(), area);
            }
        }));
        return List.copyOf(areas.values());
    }
}
