"""Records what torchvision makes of two small images: writes the JSON that TorchvisionTest reads.

Usage: torchvision_transforms.py > ../resources/dync/data/transform/torchvision.json   (recorded with torchvision 0.28)
"""

import json
import sys

import torch

import torchvision
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional as F

MODES = {"nearest": InterpolationMode.NEAREST, "bilinear": InterpolationMode.BILINEAR}
torch.manual_seed(3)
IMAGES = {"colour": torch.rand(3, 9, 11), "grey": torch.rand(1, 8, 6)}
IMAGES["colour"][:, 4, 5] = 0.5  # a pixel without a hue
IMAGES["colour"][:, 0, 0] = torch.tensor([1.0, 0.0, 0.0])
IMAGES["colour"][:, 0, 1] = torch.tensor([0.2, 0.9, 0.9])


def pixels(image):
    """Row by row, the channels of a pixel side by side."""
    values = [round(v, 7) for v in image.permute(1, 2, 0).flatten().tolist()]
    return {"size": list(image.shape), "values": values}


def filled(image, fill, change):
    """With torchvision's own fill a bilinear rim is weighted twice (it multiplies by the mask what the mask has weighted)."""
    return change(image - fill) + fill


def cases():
    for image in IMAGES:
        for size in (4, 13, 9):
            yield "resize", image, {"size": size}, lambda i: F.resize(i, size, antialias=True)
        yield "resize", image, {"size": 5, "width": 17}, lambda i: F.resize(i, [5, 17], antialias=True)
        for size in (4, 5, 20):
            yield "center_crop", image, {"size": size}, lambda i: F.center_crop(i, size)
        part = {"top": 1, "left": 2, "height": 6, "width": 4, "size": 7}
        yield "resized_crop", image, part, lambda i: F.resized_crop(i, 1, 2, 6, 4, [7, 7], antialias=True)
        for mode in MODES:
            for fill in (0.0, 0.4):
                maps = {"angle": 31.0, "right": 0, "down": 0, "scale": 1.0, "shear": 0.0}
                yield "warp", image, {**maps, "angle": -31.0, "interpolation": mode, "fill": fill}, (
                    lambda i: filled(i, fill, lambda j: F.rotate(j, 31.0, MODES[mode])))
                maps = {"angle": 12.5, "right": 2, "down": -1, "scale": 1.3, "shear": 9.0}
                yield "warp", image, {**maps, "interpolation": mode, "fill": fill}, (
                    lambda i: filled(i, fill, lambda j: F.affine(j, 12.5, [2, -1], 1.3, [9.0, 0.0], MODES[mode])))
        for factor in (0.3, 1.6):
            yield "brightness", image, {"factor": factor}, lambda i: F.adjust_brightness(i, factor)
            yield "contrast", image, {"factor": factor}, lambda i: F.adjust_contrast(i, factor)
            yield "saturation", image, {"factor": factor}, lambda i: F.adjust_saturation(i, factor)
        for turn in (-0.4, 0.15, 0.5):
            yield "hue", image, {"turn": turn}, lambda i: F.adjust_hue(i, turn)
        yield "greyscale", image, {"channels": 1}, lambda i: F.rgb_to_grayscale(i, 1)
        yield "flip_horizontal", image, {}, F.hflip
        yield "flip_vertical", image, {}, F.vflip
        yield "blur", image, {"kernel": 5, "sigma": 1.3}, lambda i: F.gaussian_blur(i, 5, 1.3)
        yield "erase", image, {"top": 2, "left": 1, "height": 3, "width": 2, "fill": 0.7}, (
            lambda i: F.erase(i, 2, 1, 3, 2, torch.tensor(0.7)))


recorded = []
for name, image, parameters, change in cases():
    recorded.append({"transform": name, "image": image, "parameters": parameters, **pixels(change(IMAGES[image]))})
json.dump({
    "torchvision": torchvision.__version__,
    "images": {name: pixels(image) for name, image in IMAGES.items()},
    "cases": recorded,
}, sys.stdout, separators=(",", ":"))
