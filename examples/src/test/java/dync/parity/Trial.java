package dync.parity;

import dync.Dyn;
import dync.compiler.plan.PlanKind;
import dync.parity.Comparison.Kind;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.weights.Weight;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** One run of the model that stands for a case, from its text to its gradients. */
final class Trial {
    /** The plans under which a case must hold. */
    enum Plan {
        REFERENCE(PlanKind.REFERENCE, 1),
        OPTIMISED(PlanKind.OPTIMISED, 1),
        OPTIMISED_IN_TILES(PlanKind.OPTIMISED, 16);

        private final PlanKind kind;
        private final int tile;

        Plan(PlanKind kind, int tile) {
            this.kind = kind;
            this.tile = tile;
        }
    }

    private final ParityCase recorded;
    private final Subject subject;
    private final Comparison comparison;

    private Trial(ParityCase recorded, Subject subject) {
        this.recorded = recorded;
        this.subject = subject;
        this.comparison = new Comparison(recorded);
    }

    static Comparison of(ParityCase recorded, Subject subject, Plan plan) {
        Trial trial = new Trial(recorded, subject);
        Dyn compilation = Dyn.compile(subject.source()).model(subject.model()).plan(plan.kind);
        for (Map.Entry<String, String> setting : subject.settings().entrySet()) {
            compilation = compilation.set(setting.getKey(), setting.getValue());
        }
        try (PointerScope scope = new PointerScope();
                DynModel model = compilation.load()) {
            model.tile(plan.tile);
            trial.run(model);
        }
        return trial.comparison;
    }

    private void run(DynModel model) {
        // weights that the case does not name get values all the same; they must not matter
        model.initialise(1);
        if (!recorded.isTraining()) {
            model.eval();
        }
        Set<String> named = assign(model);
        if (recorded.kind().equals("pipeline")) {
            TrainingStep.of(recorded, subject, comparison, model);
            gradients(model, Map.of());
            unnamed(model, named);
            return;
        }
        Presented stimulus = new Presented(recorded, subject, model);
        try (Responses responses = model.forward(stimulus, Recording.all().withGradient())) {
            Tensor loss = recorded.has("output") ? answers(responses) : response(responses);
            comparison.single(Kind.LOSS, Numbers.of(loss));
            loss.backward();
            responses(responses);
        }
        gradients(model, stimulus.leaves());
        unnamed(model, named);
    }

    /** @return the names here of the weights that were given values */
    private Set<String> assign(DynModel model) {
        Map<String, Formula> formulas = recorded.formulas();
        Set<String> named = new HashSet<>();
        for (String name : recorded.parameters()) {
            Optional<Weight> weight = weight(model, name);
            if (weight.isEmpty()) {
                continue;
            }
            Tensor value = formulas.containsKey(name)
                    ? formulas.get(name).tensor()
                    : recorded.tensor("param/" + name).to(ScalarType.Double);
            if (formulas.containsKey(name) && recorded.has("param/" + name)) {
                same(name, Numbers.of(value), recorded.values("param/" + name));
            }
            // the reference keeps some single numbers as vectors of one
            weight.get().assign(value.numel() == 1 ? value.reshape(weight.get().shape()) : value);
            named.add(weight.get().name());
        }
        return named;
    }

    private void same(String name, double[] formula, double[] stored) {
        if (!Arrays.equals(formula, stored)) {
            comparison.problem("the formula does not yield the stored values of " + name);
        }
    }

    private Optional<Weight> weight(DynModel model, String reference) {
        return subject.weights().here(reference, model.weights().keySet()).map(model.weights()::get);
    }

    private Tensor answers(Responses responses) {
        Tensor answers = real(responses.answer(responses.answers().iterator().next()));
        comparison.single(Kind.OUTPUT, Numbers.of(answers));
        return Losses.crossEntropy(answers, recorded.tensor("labels"));
    }

    private Tensor response(Responses responses) {
        Tensor response = real(responses.response(subject.response("response")));
        boolean[] valid = recorded.valid("response_valid/response", Math.toIntExact(response.size(1)));
        return Losses.halfSquare(response, recorded.tensor("target"), valid);
    }

    private void responses(Responses responses) {
        for (String name : recorded.recorded("response")) {
            String here = subject.response(name);
            comparison.named(Kind.RESPONSE, name, Numbers.of(real(responses.response(here))));
            boolean[] present = responses.present(here);
            present = Arrays.copyOfRange(present, subject.lead(), present.length);
            if (!Arrays.equals(present, recorded.valid("response_valid/" + name, present.length))) {
                comparison.problem(name + " is present at other steps: " + Arrays.toString(present));
            }
        }
    }

    /** Without the frames that were put before those of the case. */
    private Tensor real(Tensor overTime) {
        return overTime.narrow(1, subject.lead(), overTime.size(1) - subject.lead());
    }

    private void gradients(DynModel model, Map<String, Tensor> leaves) {
        for (String name : recorded.recorded("grad")) {
            Tensor leaf = leaves.get(name);
            Optional<Tensor> tensor =
                    leaf != null ? Optional.of(leaf) : weight(model, name).map(Weight::tensor);
            if (tensor.isEmpty()) {
                comparison.problem("the model has no weight for " + name);
            } else {
                comparison.named(Kind.GRADIENT, name, gradient(tensor.get()));
            }
        }
        for (String name : recorded.withoutGradient()) {
            weight(model, name).ifPresent(weight -> still(weight, name));
        }
    }

    /** A weight that the reference does not have must be one that does nothing. */
    private void unnamed(DynModel model, Set<String> named) {
        model.weights().values().stream()
                .filter(weight -> weight.trainable() && !named.contains(weight.name()))
                .forEach(weight -> still(weight, weight.name()));
    }

    private void still(Weight weight, String name) {
        if (Numbers.largest(gradient(weight.tensor())) != 0) {
            comparison.problem(name + " has a gradient, the reference gives it none");
        }
    }

    private static double[] gradient(Tensor tensor) {
        Tensor gradient = tensor.grad();
        return gradient.defined() ? Numbers.of(gradient) : new double[Math.toIntExact(tensor.numel())];
    }
}
