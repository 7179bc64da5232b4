package dync.data;

import dync.data.fetch.FileSum;
import dync.data.format.IdxDataset;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Fashion-MNIST: 60000 and 10000 pictures of clothes in ten classes, 1×28×28.
 *
 * <p>Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747. MIT licence.
 */
final class FashionMnist {
    static final String NAME = "fashion-mnist";
    static final String DEBIAN_PACKAGE = "dataset-fashion-mnist";
    static final Path DEBIAN_FOLDER = Path.of("/usr/share/datasets/fashion-mnist");
    static final URI PUBLISHER =
            URI.create("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");

    static final List<String> CLASSES = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    static final List<FileSum> FILES = List.of(
            new FileSum(
                    "train-images-idx3-ubyte.gz",
                    47040016,
                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
            new FileSum(
                    "train-labels-idx1-ubyte.gz",
                    60008,
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
            new FileSum(
                    "t10k-images-idx3-ubyte.gz",
                    7840016,
                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
            new FileSum(
                    "t10k-labels-idx1-ubyte.gz",
                    10008,
                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

    private FashionMnist() {}

    static Dataset read(Path folder) {
        return IdxDataset.read(NAME, folder, CLASSES, Normalisation.of(new float[] {0.28604f}, new float[] {0.35302f}));
    }
}
