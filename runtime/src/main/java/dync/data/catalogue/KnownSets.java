package dync.data.catalogue;

import dync.data.ImageSet;
import dync.data.Normalisation;
import dync.data.fetch.AptSource;
import dync.data.fetch.ArchiveSource;
import dync.data.fetch.FileSize;
import dync.data.fetch.FileSum;
import dync.data.fetch.HttpSource;
import dync.data.fetch.InstalledSource;
import dync.data.fetch.PublishedSum;
import dync.data.fetch.UnpackedSum;
import dync.data.format.Cifar;
import dync.data.format.IdxDataset;
import dync.data.image.ImageFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The data sets that dync knows by name, with what is published of each. */
final class KnownSets {
    static final String FASHION = "fashion-mnist";

    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");
    private static final String DEBIAN_PACKAGE = "dataset-fashion-mnist";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CLOTHES = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    // Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747, MIT licence; sums of the unpacked files
    private static final List<FileSum> FASHION_FILES = List.of(
            new UnpackedSum(
                    "train-images-idx3-ubyte.gz",
                    47040016,
                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
            new UnpackedSum(
                    "train-labels-idx1-ubyte.gz",
                    60008,
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
            new UnpackedSum(
                    "t10k-images-idx3-ubyte.gz",
                    7840016,
                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
            new UnpackedSum(
                    "t10k-labels-idx1-ubyte.gz",
                    10008,
                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

    // sums as torchvision states them for the files of LeCun's page and of its own mirror
    private static final List<FileSum> MNIST_FILES = List.of(
            new PublishedSum("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
            new PublishedSum("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
            new PublishedSum("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
            new PublishedSum("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c"));

    // ten thousand records of a label, or two, and 3072 pixels
    private static final long CIFAR10_BYTES = 10_000 * 3073;
    private static final long CIFAR100_BYTES = 10_000 * 3074;

    // as DynVision states them; those of the larger sets are the usual ones of ImageNet
    private static final Normalisation MNIST = grey(0.1307f, 0.3081f);
    private static final Normalisation CIFAR =
            colour(new float[] {0.5071f, 0.4867f, 0.4408f}, new float[] {0.2675f, 0.2565f, 0.2761f});
    private static final Normalisation IMAGENET =
            colour(new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});

    private KnownSets() {}

    static List<KnownSet> all() {
        return List.of(fashion(), mnist(), cifar10(), cifar100(), tinyImageNet(), imageNet(), imagenette());
    }

    private static KnownSet fashion() {
        return new KnownSet(
                FASHION,
                "60000 + 10000 images, 1×28×28, 10 classes",
                "Xiao, Rasul, Vollgraf 2017; Debian's package " + DEBIAN_PACKAGE,
                30_900_000,
                List.of(),
                Optional.of(DEBIAN),
                folder -> present(folder, FASHION_FILES),
                folder -> IdxDataset.read(folder, CLOTHES),
                grey(0.28604f, 0.35302f),
                FASHION_FILES,
                List.of(
                        new InstalledSource(DEBIAN),
                        new AptSource(DEBIAN_PACKAGE, DEBIAN),
                        http(
                                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
                                FASHION_FILES)),
                "bring its four .gz files there");
    }

    private static KnownSet mnist() {
        return new KnownSet(
                "mnist",
                "60000 + 10000 images, 1×28×28, 10 classes",
                "LeCun, Cortes, Burges 1998",
                11_600_000,
                List.of("MNIST/raw"),
                Optional.empty(),
                IdxDataset::recognises,
                folder -> IdxDataset.read(folder, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")),
                MNIST,
                MNIST_FILES,
                List.of(http("https://ossci-datasets.s3.amazonaws.com/mnist/", MNIST_FILES)),
                "bring train-images-idx3-ubyte.gz and its three companions there");
    }

    private static KnownSet cifar10() {
        return cifar(
                "cifar10",
                "50000 + 10000 images, 3×32×32, 10 classes",
                170_052_171,
                "cifar-10-batches-bin",
                new PublishedSum("cifar-10-binary.tar.gz", "c32a1d4ab5d03f1284b67883e8d87530"),
                List.of(
                        new FileSize("data_batch_1.bin", CIFAR10_BYTES),
                        new FileSize("data_batch_2.bin", CIFAR10_BYTES),
                        new FileSize("data_batch_3.bin", CIFAR10_BYTES),
                        new FileSize("data_batch_4.bin", CIFAR10_BYTES),
                        new FileSize("data_batch_5.bin", CIFAR10_BYTES),
                        new FileSize("test_batch.bin", CIFAR10_BYTES),
                        new FileSize("batches.meta.txt", 0)));
    }

    private static KnownSet cifar100() {
        return cifar(
                "cifar100",
                "50000 + 10000 images, 3×32×32, 100 classes",
                168_513_733,
                "cifar-100-binary",
                new PublishedSum("cifar-100-binary.tar.gz", "03b5dce01913d631647c71ecec9e9cb8"),
                List.of(
                        new FileSize("train.bin", 5 * CIFAR100_BYTES),
                        new FileSize("test.bin", CIFAR100_BYTES),
                        new FileSize("fine_label_names.txt", 0)));
    }

    private static KnownSet cifar(
            String name, String contents, long bytes, String folder, PublishedSum archive, List<FileSum> files) {
        HttpSource server =
                new HttpSource(URI.create("https://www.cs.toronto.edu/~kriz/"), List.of(archive.name()), PATIENCE);
        return new KnownSet(
                name,
                contents,
                "Krizhevsky 2009",
                bytes,
                List.of(folder),
                Optional.empty(),
                Cifar::recognises,
                Cifar::read,
                CIFAR,
                files,
                List.of(new ArchiveSource(
                        server, archive, files.stream().map(FileSum::name).toList())),
                "unpack " + archive.name() + " of https://www.cs.toronto.edu/~kriz/cifar.html there");
    }

    private static KnownSet tinyImageNet() {
        return byHand(
                "tinyimagenet",
                "100000 + 10000 images, 3×64×64, 200 classes",
                "Stanford CS231n 2015; Le and Yang",
                248_100_043,
                List.of("tiny-imagenet-200"),
                ImageFolder::recognises,
                folder -> ImageFolder.read(folder, Optional.of(3)),
                IMAGENET,
                "unpack tiny-imagenet-200.zip (MD5 90528d7ca1a48142e341f4ef8d21d0de) of "
                        + "http://cs231n.stanford.edu/tiny-imagenet-200.zip there");
    }

    private static KnownSet imageNet() {
        return byHand(
                "imagenet",
                "1281167 + 50000 images of various sizes, 1000 classes",
                "Russakovsky et al. 2015",
                155_000_000_000L,
                List.of("ILSVRC/Data/CLS-LOC"),
                ImageFolder::recognises,
                folder -> ImageFolder.read(folder, Optional.of(3)),
                IMAGENET,
                "get ILSVRC 2012 at https://image-net.org, which asks for an account, and put it there as train/WNID and "
                        + "val/WNID");
    }

    private static KnownSet imagenette() {
        return byHand(
                "imagenette",
                "9469 + 3925 images of various sizes, 10 classes",
                "Howard, fast.ai 2019",
                341_000_000,
                List.of("imagenette2-320", "imagenette2", "imagenette2-160"),
                ImageFolder::recognises,
                folder -> ImageFolder.read(folder, Optional.of(3)),
                IMAGENET,
                "unpack imagenette2-320.tgz (MD5 3df6f0d01a2c9592104656642f5e78a3) of "
                        + "https://github.com/fastai/imagenette there");
    }

    private static KnownSet byHand(
            String name,
            String contents,
            String origin,
            long bytes,
            List<String> folders,
            java.util.function.Predicate<Path> complete,
            java.util.function.Function<Path, ImageSet> reader,
            Normalisation normalisation,
            String byHand) {
        return new KnownSet(
                name,
                contents,
                origin,
                bytes,
                folders,
                Optional.empty(),
                complete,
                reader,
                normalisation,
                List.of(),
                List.of(),
                byHand);
    }

    private static HttpSource http(String base, List<FileSum> files) {
        return new HttpSource(
                URI.create(base), files.stream().map(FileSum::name).toList(), PATIENCE);
    }

    /** Cheap: whether the files are there. Their sums are checked once, when they are fetched. */
    private static boolean present(Path folder, List<FileSum> files) {
        return files.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file.name())));
    }

    private static Normalisation grey(float mean, float deviation) {
        return Normalisation.of(new float[] {mean}, new float[] {deviation});
    }

    private static Normalisation colour(float[] mean, float[] deviation) {
        return Normalisation.of(mean, deviation);
    }
}
