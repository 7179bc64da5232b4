package dync.train.optimise;

import dync.settings.Key;
import dync.settings.Kind;

/** An optimiser with its constants; each computes what PyTorch's of that name does, to the last bit where noted. */
public sealed interface OptimizerSettings {

    /** Before groups and schedule have their say. */
    double learningRate();

    /** What pulls every weight towards 0; how, the kind says. */
    double weightDecay();

    /** Bit for bit libtorch's {@code SGD}. */
    @Kind("stochastic gradient descent with momentum, Sutskever et al. 2013 as PyTorch has it")
    record Sgd(
            @Key(value = "length of a step", standard = "0.05", above = 0)
            double learningRate,

            @Key(value = "share of the last update that goes into this one", standard = "0.9", atLeast = 0, atMost = 1)
            double momentum,

            @Key(value = "share of the gradient that momentum leaves out", standard = "0", atLeast = 0, atMost = 1)
            double dampening,

            @Key(value = "look ahead along the momentum, Nesterov 1983", standard = "false")
            boolean nesterov,

            @Key(value = "times the weight, added to its gradient", standard = "0", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {

        /** Checks what goes together. */
        public Sgd {
            Checks.forgets("momentum", momentum);
            Checks.that(
                    !nesterov || (momentum > 0 && dampening == 0),
                    "nesterov needs momentum and no dampening",
                    "set momentum above 0 and dampening to 0");
        }
    }

    /** Bit for bit libtorch's {@code Adam}. */
    @Kind("Adam, Kingma and Ba 2015, arXiv:1412.6980")
    record Adam(
            @Key(value = "length of a step", standard = "2e-3", above = 0)
            double learningRate,

            @Key(value = "how slowly the mean of the gradients forgets", standard = "0.9", atLeast = 0, atMost = 1)
            double beta1,

            @Key(value = "how slowly the mean of their squares forgets", standard = "0.999", atLeast = 0, atMost = 1)
            double beta2,

            @Key(value = "keeps the division finite", standard = "1e-8", atLeast = 0)
            double epsilon,

            @Key(value = "divide by the largest mean of squares so far, Reddi et al. 2018", standard = "false")
            boolean amsgrad,

            @Key(value = "times the weight, added to its gradient", standard = "0", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {

        /** Checks what a range cannot say. */
        public Adam {
            Checks.forgets("beta1", beta1);
            Checks.forgets("beta2", beta2);
        }
    }

    /** Bit for bit libtorch's {@code AdamW}. */
    @Kind("Adam with weight decay beside the gradient, Loshchilov and Hutter 2019, arXiv:1711.05101")
    record Adamw(
            @Key(value = "length of a step", standard = "2e-3", above = 0)
            double learningRate,

            @Key(value = "how slowly the mean of the gradients forgets", standard = "0.9", atLeast = 0, atMost = 1)
            double beta1,

            @Key(value = "how slowly the mean of their squares forgets", standard = "0.999", atLeast = 0, atMost = 1)
            double beta2,

            @Key(value = "keeps the division finite", standard = "1e-8", atLeast = 0)
            double epsilon,

            @Key(value = "divide by the largest mean of squares so far, Reddi et al. 2018", standard = "false")
            boolean amsgrad,

            @Key(value = "share of the weight that a step of length 1 takes away", standard = "0.01", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {

        /** Checks what a range cannot say. */
        public Adamw {
            Checks.forgets("beta1", beta1);
            Checks.forgets("beta2", beta2);
        }
    }

    /** Bit for bit libtorch's {@code RMSprop}. */
    @Kind("gradients over the root of their mean square, Tieleman and Hinton 2012, Graves 2013 if centered")
    record Rmsprop(
            @Key(value = "length of a step", standard = "1e-3", above = 0)
            double learningRate,

            @Key(value = "how slowly the mean of the squares forgets", standard = "0.99", atLeast = 0, atMost = 1)
            double alpha,

            @Key(value = "keeps the division finite", standard = "1e-8", atLeast = 0)
            double epsilon,

            @Key(value = "share of the last update that goes into this one", standard = "0", atLeast = 0, atMost = 1)
            double momentum,

            @Key(value = "divide by the spread about the mean gradient", standard = "false")
            boolean centered,

            @Key(value = "times the weight, added to its gradient", standard = "0", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {

        /** Checks what a range cannot say. */
        public Rmsprop {
            Checks.forgets("alpha", alpha);
            Checks.forgets("momentum", momentum);
        }
    }

    /** Bit for bit libtorch's {@code Adagrad}. */
    @Kind("gradients over the root of the sum of their squares, Duchi et al. 2011")
    record Adagrad(
            @Key(value = "length of a step", standard = "1e-2", above = 0)
            double learningRate,

            @Key(value = "the rate is divided by 1 + this times the steps done", standard = "0", atLeast = 0)
            double rateDecay,

            @Key(value = "keeps the division finite", standard = "1e-10", atLeast = 0)
            double epsilon,

            @Key(value = "times the weight, added to its gradient", standard = "0", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {}

    /** As PyTorch's {@code NAdam}, within the rounding of single precision. */
    @Kind("Adam that looks ahead along its momentum, Dozat 2016")
    record Nadam(
            @Key(value = "length of a step", standard = "2e-3", above = 0)
            double learningRate,

            @Key(value = "how slowly the mean of the gradients forgets", standard = "0.9", atLeast = 0, atMost = 1)
            double beta1,

            @Key(value = "how slowly the mean of their squares forgets", standard = "0.999", atLeast = 0, atMost = 1)
            double beta2,

            @Key(value = "keeps the division finite", standard = "1e-8", atLeast = 0)
            double epsilon,

            @Key(value = "how fast the momentum grows to beta1", standard = "4e-3", atLeast = 0)
            double momentumDecay,

            @Key(value = "times the weight, added to its gradient", standard = "0", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {

        /** Checks what a range cannot say. */
        public Nadam {
            Checks.forgets("beta1", beta1);
            Checks.forgets("beta2", beta2);
        }
    }

    /** As PyTorch's {@code RAdam}, within the rounding of single precision. */
    @Kind("Adam with a warm-up from the variance of its own rates, Liu et al. 2020, arXiv:1908.03265")
    record Radam(
            @Key(value = "length of a step", standard = "1e-3", above = 0)
            double learningRate,

            @Key(value = "how slowly the mean of the gradients forgets", standard = "0.9", atLeast = 0, atMost = 1)
            double beta1,

            @Key(value = "how slowly the mean of their squares forgets", standard = "0.999", atLeast = 0, atMost = 1)
            double beta2,

            @Key(value = "keeps the division finite", standard = "1e-8", atLeast = 0)
            double epsilon,

            @Key(value = "times the weight, added to its gradient", standard = "0", atLeast = 0)
            double weightDecay)
            implements OptimizerSettings {

        /** Checks what a range cannot say. */
        public Radam {
            Checks.forgets("beta1", beta1);
            Checks.forgets("beta2", beta2);
        }
    }
}
