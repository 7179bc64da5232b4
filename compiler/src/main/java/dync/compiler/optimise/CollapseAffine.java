package dync.compiler.optimise;

import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.value.Past;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A solver's step is a weighted sum of state, drive and slopes. Where the dynamics are affine in the state it is a mean
 * of state and drive, whatever the tableau: for {@code leaky}, {@code y = drive + R(-dt/tau) (state - drive)} with R the
 * method's stability polynomial (Hairer & Wanner 1996, IV.3). So rk4 costs what euler costs: one interpolation a step.
 * Other dynamics keep their slopes and add them up in one operation each.
 */
final class CollapseAffine implements Pass {

    @Override
    public void apply(Rewrite rewrite) {
        AffineForms forms = new AffineForms(rewrite);
        boolean[] serves = servesASum(rewrite, forms);
        Map<String, List<Node>> places = new LinkedHashMap<>();
        int[] uses = rewrite.uses();
        for (Node node : rewrite.all()) {
            if (uses[node.id()] > 0
                    && !rewrite.isFixed(node.id())
                    && forms.of(node.id()).isPresent()) {
                places.computeIfAbsent(place(node), missing -> new ArrayList<>())
                        .add(node);
            }
        }
        places.forEach((place, sums) -> {
            List<Node> results =
                    sums.stream().filter(node -> !serves[node.id()]).toList();
            int before = sums.size();
            int after = results.stream()
                    .mapToInt(node -> cost(forms.of(node.id()).orElseThrow()))
                    .sum();
            boolean cancels = results.stream()
                    .anyMatch(node -> forms.of(node.id()).orElseThrow().hasVanished());
            if (after < before && !cancels) {
                results.forEach(
                        node -> collapse(rewrite, node, forms.of(node.id()).orElseThrow()));
                rewrite.note(place + " is a weighted sum: " + before + " operations become " + after);
            }
        });
    }

    /** The path of what it belongs to, such as {@code V1.leaky}. */
    private static String place(Node node) {
        return node.name().substring(0, Math.max(0, node.name().lastIndexOf('.')));
    }

    /** How many operations the sum takes when it is written anew. */
    private static int cost(Affine affine) {
        if (isInterpolation(affine)) {
            return 1;
        }
        boolean startsAsIs = affine.parts().values().stream().anyMatch(Polynomial::isOne);
        return affine.parts().size() - (startsAsIs ? 1 : 0);
    }

    private static boolean isInterpolation(Affine affine) {
        return affine.parts().size() == 2 && affine.isMean();
    }

    private static void collapse(Rewrite rewrite, Node node, Affine affine) {
        Operand.Read result =
                isInterpolation(affine) ? interpolation(rewrite, node, affine) : sum(rewrite, node, affine);
        rewrite.redirect(node.id(), result.node());
    }

    private static Operand.Read interpolation(Rewrite rewrite, Node node, Affine affine) {
        List<Map.Entry<Operand.Read, Polynomial>> parts =
                new ArrayList<>(affine.parts().entrySet());
        // from the drive towards the past, which is what the step keeps
        if (parts.get(0).getKey().delay() > parts.get(1).getKey().delay()) {
            parts.add(parts.remove(0));
        }
        Operand kept = new ScalarBuilder(rewrite, node, place(node) + ".keep")
                .build(parts.get(1).getValue());
        return pointwise(
                rewrite,
                node,
                "step",
                "lerp",
                parts.get(0).getKey(),
                parts.get(1).getKey(),
                kept);
    }

    private static Operand.Read sum(Rewrite rewrite, Node node, Affine affine) {
        List<Map.Entry<Operand.Read, Polynomial>> parts =
                new ArrayList<>(affine.parts().entrySet());
        // what needs no factor is where the sum begins
        parts.stream().filter(part -> part.getValue().isOne()).findFirst().ifPresent(first -> {
            parts.remove(first);
            parts.add(0, first);
        });
        Operand.Read sum = null;
        for (Map.Entry<Operand.Read, Polynomial> part : parts) {
            if (sum == null && part.getValue().isOne()) {
                sum = part.getKey();
                continue;
            }
            Operand factor = new ScalarBuilder(rewrite, node, place(node) + ".factor").build(part.getValue());
            sum = sum == null
                    ? pointwise(rewrite, node, "scaled", "mul", part.getKey(), factor)
                    : pointwise(rewrite, node, "sum", "plus", sum, part.getKey(), factor);
        }
        return sum;
    }

    private static Operand.Read pointwise(
            Rewrite rewrite, Node node, String name, String function, Operand... operands) {
        int added = rewrite.add(
                place(node) + "." + name,
                new Op.Pointwise(function),
                List.of(operands),
                node.shape(),
                node.presence(),
                node.span());
        return new Operand.Read(added, 0, Past.ABSENT);
    }

    /** By node: whether all who read it are sums that look through it. */
    private static boolean[] servesASum(Rewrite rewrite, AffineForms forms) {
        int[] uses = rewrite.uses();
        int[] looked = new int[uses.length];
        for (Node node : rewrite.all()) {
            if (uses[node.id()] > 0 && forms.of(node.id()).isPresent()) {
                node.reads().stream().filter(read -> read.delay() == 0).forEach(read -> looked[read.node()]++);
            }
        }
        boolean[] serves = new boolean[uses.length];
        for (int id = 0; id < uses.length; id++) {
            serves[id] = uses[id] > 0 && looked[id] == uses[id];
        }
        return serves;
    }
}
