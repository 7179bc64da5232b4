package dync.parity;

import dync.stimulus.noise.Draws;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The random numbers that the reference drew, one array after the other; a larger one is put together from several. */
final class RecordedDraws implements Draws {
    private final ParityCase recorded;
    private final List<String> left;

    /** @param prefix of the tensors: {@code draw000_rand} and so on follow */
    RecordedDraws(ParityCase recorded, String prefix) {
        this.recorded = recorded;
        this.left = new ArrayList<>(recorded.tensors(prefix + "draw"));
    }

    @Override
    public Tensor uniform(long... shape) {
        return take("_rand", shape);
    }

    @Override
    public Tensor normal(long... shape) {
        return take("_randn", shape);
    }

    @Override
    public Tensor poisson(Tensor rate) {
        return take("_poisson", rate.shape());
    }

    private Tensor take(String kind, long... shape) {
        long wanted = 1;
        for (long size : shape) {
            wanted *= size;
        }
        TensorVector parts = new TensorVector();
        for (long taken = 0; taken < wanted; ) {
            if (left.isEmpty() || !left.get(0).endsWith(kind)) {
                throw new AssertionError("the noise asks for " + kind + ", the reference drew " + left);
            }
            Tensor part = recorded.tensor(left.remove(0)).to(ScalarType.Float).flatten();
            taken += part.numel();
            parts.push_back(part);
        }
        return torch.cat(parts, 0).reshape(shape);
    }
}
