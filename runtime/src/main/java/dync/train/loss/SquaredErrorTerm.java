package dync.train.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Squared distance of the answers from one at the right class and zero at the others. */
final class SquaredErrorTerm {
    private SquaredErrorTerm() {}

    static Tensor of(Judged judged, StepWeights steps) {
        Tensor answers = judged.answers().to(ScalarType.Float);
        Tensor wanted = torch.one_hot(judged.labels().clamp_min(new Scalar(0L)), answers.size(2))
                .to(ScalarType.Float);
        Tensor counts = steps.of(judged.labels());
        return answers.sub(wanted).square().mean(2).mul(counts).sum().div(Means.divisor(counts));
    }
}
