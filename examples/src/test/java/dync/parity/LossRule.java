package dync.parity;

import dync.data.load.RoundRobin;
import dync.stimulus.Schedule;
import dync.train.StepAccuracy;
import dync.train.loss.CrossEntropyOverTime;
import dync.train.metric.Guesses;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Loss and measures of given answers, and the order in which a test goes through the classes. */
final class LossRule {
    private static final Pattern TOP = Pattern.compile("top(\\d+)");

    private LossRule() {}

    static void compare(ParityCase recorded, Comparison comparison) {
        Tensor answers = recorded.tensor("outputs").set_requires_grad(true);
        Tensor labels = recorded.tensor("labels");
        Tensor loss = CrossEntropyOverTime.of(answers, labels);
        loss.backward();
        Tensor none = torch.full_like(labels, new Scalar(Schedule.UNLABELLED));
        comparison.table("ce_loss", Numbers.of(loss));
        comparison.table("ce_grad", Numbers.of(answers.grad()));
        comparison.table("ce_loss_sum", Numbers.of(CrossEntropyOverTime.sum(answers, labels)));
        comparison.table("ce_loss_none", Numbers.of(CrossEntropyOverTime.each(answers, labels)));
        comparison.table("ce_loss_all_ignored", Numbers.of(CrossEntropyOverTime.of(answers, none)));

        StepAccuracy accuracy = new StepAccuracy();
        accuracy.add(answers, labels);
        comparison.table("accuracy", new double[] {accuracy.overall()});
        for (String tensor : recorded.tensors("top")) {
            Matcher top = TOP.matcher(tensor);
            if (top.matches()) {
                Tensor among = Guesses.among(answers, labels, Integer.parseInt(top.group(1)));
                comparison.exact(tensor, Numbers.of(among));
            }
        }
        Tensor sure = Guesses.confidence(answers, Guesses.of(answers));
        for (String tensor : List.of("confidence_guess", "confidence_max")) {
            comparison.table(tensor, Numbers.of(sure));
        }
        comparison.table("confidence_label", Numbers.of(Guesses.confidence(answers, labels)));
    }

    static void compareOrder(ParityCase recorded, Comparison comparison) {
        double[] labels = recorded.values("roundrobin_labels");
        int[] order = RoundRobin.order(IntStream.range(0, labels.length).toArray(), image -> (int) labels[image]);
        comparison.exact(
                "roundrobin_order", Arrays.stream(order).asDoubleStream().toArray());
    }
}
