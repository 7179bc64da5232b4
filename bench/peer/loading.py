"""Augmented batches from PyTorch's DataLoader with two workers: the peer of bench/loader.

Usage: loading.py TASK SOURCE BATCH; SOURCE is a folder of JPEG files, or a file of bytes [N, H, W, 3].
Reads 'step' from its input, goes through all images once, and writes the seconds that this took.
"""

import sys
import time

import numpy
import torch
from torch.utils.data import DataLoader, Dataset
from torchvision import datasets, transforms as T

MEAN, DEVIATION = [0.5, 0.5, 0.5], [0.25, 0.25, 0.25]


class InMemory(Dataset):
    """Bytes in memory, transformed as tensors: no decoding."""

    def __init__(self, file, side, change):
        self.images = torch.from_numpy(numpy.fromfile(file, numpy.uint8).reshape(-1, side, side, 3))
        self.images = self.images.permute(0, 3, 1, 2).contiguous()
        self.change = change

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return self.change(self.images[index]), index % 10



def main(task, source, batch):
    end = [T.RandomHorizontalFlip(), T.ConvertImageDtype(torch.float), T.Normalize(MEAN, DEVIATION)]
    if task == "crop32":
        data = InMemory(source, 32, T.Compose([T.RandomCrop(32, padding=4), *end]))
    elif task == "affine32":
        affine = T.RandomAffine(10, translate=(0.1, 0.1), interpolation=T.InterpolationMode.BILINEAR)
        data = InMemory(source, 32, T.Compose([T.ConvertImageDtype(torch.float), affine, end[0], end[2]]))
    elif task == "crop224":
        data = InMemory(source, 256, T.Compose([T.RandomResizedCrop(224), *end]))
    elif task == "jpeg224":
        data = datasets.ImageFolder(
            source, T.Compose([T.RandomResizedCrop(224), T.RandomHorizontalFlip(), T.ToTensor(), end[2]]))
    else:
        raise SystemExit("unknown task " + task)
    loader = DataLoader(data, batch_size=batch, shuffle=True, num_workers=2, persistent_workers=True)
    for request in sys.stdin:
        if request.strip() == "step":
            start = time.perf_counter()
            count = 0
            for images, _ in loader:
                count += len(images)
            print(time.perf_counter() - start, flush=True)
        else:
            print(0, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
