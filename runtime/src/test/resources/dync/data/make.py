"""Writes the files that the tests of dync.data read, with numpy, h5py and Pillow.

    python3 -m venv /tmp/v && /tmp/v/bin/pip install numpy h5py pillow
    /tmp/v/bin/python runtime/src/test/resources/dync/data/make.py runtime/src/test/resources/dync/data

The numbers follow a rule that the tests know: see pixel(). What Pillow decodes from the images is kept beside them.
"""

import json
import pathlib
import sys

import h5py
import numpy as np
import PIL.Image
import PIL.ImageOps

HEIGHT, WIDTH = 5, 4


def pixel(image, row, column, channel):
    return (37 * image + 11 * row + 5 * column + 60 * channel) % 256


def images(count, channels):
    shape = (count, HEIGHT, WIDTH, channels)
    return np.fromfunction(lambda i, r, c, k: pixel(i, r, c, k), shape, dtype=int).astype(np.uint8)


def labels(count):
    return np.arange(count) % 3


def arrays(folder):
    color, grey = images(6, 3), images(6, 1)[..., 0]
    np.savez(folder / "train_test.npz", x_train=color, y_train=labels(6), x_test=color[:3], y_test=labels(3))
    first = np.ascontiguousarray(color.transpose(0, 3, 1, 2)).astype(np.float32) / 255
    np.savez_compressed(folder / "channels_first.npz", images=first, labels=labels(6).astype(np.int32))
    np.savez(folder / "big_endian.npz", images=(grey / 255).astype(">f8"), labels=labels(6).astype(">u2"))
    np.savez(folder / "uint16.npz", images=grey.astype(np.uint16) * 257, labels=labels(6).astype(np.uint8)[:, None])
    np.savez(folder / "other_names.npz", pictures=color, kinds=labels(6))
    np.savez(folder / "fortran.npz", images=np.asfortranarray(color), labels=labels(6))
    np.savez(folder / "words.npz", images=color, labels=np.array(["cat", "dog", "cow"] * 2))
    np.savez(folder / "objects.npz", images=color, labels=np.array([1, "a", None] * 2, dtype=object))
    np.savez(folder / "one_hot.npz", images=color, labels=np.eye(3)[labels(6)])
    np.savez(folder / "ambiguous.npz", images=np.zeros((6, 3, 5, 3), np.uint8), labels=labels(6))
    np.savez(folder / "integers.npz", images=color.astype(np.int64), labels=labels(6))
    np.savez(folder / "half.npz", images=color.astype(np.float16), labels=labels(6))
    np.savez(folder / "not_finite.npz", images=np.full((6, 5, 4), np.nan, np.float32), labels=labels(6))
    np.savez(folder / "negative.npz", images=color, labels=labels(6) - 1)
    np.savez(folder / "huge_label.npz", images=color, labels=labels(6) * 10**9)
    np.savez(folder / "few_labels.npz", images=color, labels=labels(5))
    (folder / "npy").mkdir(exist_ok=True)
    np.save(folder / "npy" / "images.npy", color)
    np.save(folder / "npy" / "labels.npy", labels(6))


def hdf5(folder):
    color = images(6, 3)
    with h5py.File(folder / "contiguous.h5", "w") as file:
        file["images"], file["labels"] = color, labels(6)
    with h5py.File(folder / "latest.h5", "w", libver="latest") as file:
        file["images"], file["labels"] = color, labels(6)
    with h5py.File(folder / "chunked.h5", "w") as file:
        for part, count in (("train", 6), ("test", 3)):
            file.create_dataset(
                part + "/images", data=color[:count], chunks=(2, 3, 3, 2), compression="gzip", shuffle=True
            )
            file[part + "/labels"] = labels(count)
    with h5py.File(folder / "float.h5", "w", userblock_size=512) as file:
        file.create_dataset("images", data=(color[..., 0] / 255).astype(">f4"), chunks=(4, 5, 4), fletcher32=True)
        file["labels"] = labels(6).astype(np.uint8)
    with h5py.File(folder / "words.h5", "w") as file:
        file["images"], file["labels"] = color, ["cat", "dog", "cow"] * 2


def pictures(folder):
    rows, columns = np.mgrid[0:10, 0:12]
    smooth = np.stack([rows * 20 + 20, columns * 18 + 10, 230 - rows * 8 - columns * 8], -1).astype(np.uint8)
    color = PIL.Image.fromarray(smooth)
    grey = PIL.Image.fromarray(smooth[..., 0])
    alpha = PIL.Image.fromarray((columns * 20).astype(np.uint8))
    rgba, la = color.copy(), grey.copy()
    rgba.putalpha(alpha)
    la.putalpha(alpha)
    deep = PIL.Image.fromarray((smooth[..., 0].astype(np.uint16) << 8) + 77)
    bits = PIL.Image.fromarray((rows + columns) % 2 == 0)
    color.save(folder / "rgb.png")
    grey.save(folder / "grey.png")
    rgba.save(folder / "rgba.png")
    la.save(folder / "grey_alpha.png")
    color.quantize(16).save(folder / "palette.png")
    bits.save(folder / "bits.png")
    deep.save(folder / "grey16.png")
    color.save(folder / "rgb.bmp")
    color.quantize(16).save(folder / "palette.gif")
    color.save(folder / "rgb.jpg", quality=95, subsampling=0)
    color.save(folder / "progressive.jpg", quality=95, subsampling=0, progressive=True)
    grey.save(folder / "grey.jpg", quality=95)
    color.convert("CMYK").save(folder / "cmyk.jpg", quality=95)
    ycck = bytearray((folder / "cmyk.jpg").read_bytes())
    at = ycck.index(b"Adobe")
    assert ycck[at + 11] == 0
    ycck[at + 11] = 2
    (folder / "ycck.jpg").write_bytes(ycck)
    for orientation in range(1, 9):
        exif = PIL.Image.Exif()
        exif[0x0112] = orientation
        color.save(folder / f"turned{orientation}.jpg", quality=95, subsampling=0, exif=exif)
    expected = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            continue
        image = PIL.ImageOps.exif_transpose(PIL.Image.open(path))
        if path.name == "grey16.png":
            values = np.asarray(image).astype(np.float64) / 65535
            values = np.repeat(values[..., None], 3, -1)
        else:
            values = np.asarray(image.convert("RGB")).astype(np.float64) / 255
        expected[path.name] = {"shape": values.shape, "values": [round(float(v), 5) for v in values.ravel()]}
    (folder / "pillow.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    arrays(root / "format")
    hdf5(root / "format")
    pictures(root / "image")
