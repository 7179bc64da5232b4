"""DyRCNNx4 written plainly in PyTorch, channels last: the peer of bench/plans. Usage: dyrcnn_x4.py BATCH"""

import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

STEPS, DELAY, RATE = 20, 3, 2 / 5


class Area(nn.Module):
    def __init__(self, inputs, channels, stride=1, source=None):
        super().__init__()
        self.conv = nn.Conv2d(inputs, channels, 3, stride, 1)
        self.recurrent = nn.Conv2d(channels, channels, 3, 1, 1)
        self.skip = nn.Conv2d(source, channels, 1) if source else None

    def forward(self, x, past, skipped):
        drive = self.conv(x)
        if len(past) >= DELAY:
            drive = drive + self.recurrent(past[-DELAY])
        if self.skip is not None:
            drive = drive + F.interpolate(self.skip(skipped), drive.shape[2:])
        state = past[-1] if past else torch.zeros_like(drive)
        state = F.relu(state + RATE * (drive - state))
        past.append(state)
        return state


class Net(nn.Module):
    def __init__(self, classes=10):
        super().__init__()
        self.v1, self.v2 = Area(3, 36), Area(36, 64)
        self.v4, self.it = Area(64, 121, source=36), Area(121, 256, 2, source=64)
        self.readout = nn.Linear(256, classes)

    def forward(self, image):
        pasts, answers = [[], [], [], []], []
        for _ in range(STEPS):
            v1 = self.v1(image, pasts[0], None)
            v2 = self.v2(F.max_pool2d(v1, 3, 2, 1), pasts[1], None)
            v4 = self.v4(F.max_pool2d(v2, 3, 2, 1), pasts[2], v1)
            it = self.it(v4, pasts[3], v2)
            answers.append(self.readout(it.mean((2, 3))))
        return torch.stack(answers, 1)


def memory(figure):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(figure + ":"))


def main():
    batch = int(sys.argv[1])
    net = Net().to(memory_format=torch.channels_last)
    descent = torch.optim.SGD(net.parameters(), 1e-3)
    before = memory("VmRSS")
    for request in sys.stdin:
        if request.strip() == "end":
            print(memory("VmHWM") - before, flush=True)
            continue
        start = time.perf_counter()
        image = torch.rand(batch, 3, 32, 32).to(memory_format=torch.channels_last)
        loss = F.cross_entropy(net(image).flatten(0, 1), torch.zeros(batch * STEPS, dtype=torch.long))
        descent.zero_grad()
        loss.backward()
        descent.step()
        print(time.perf_counter() - start, flush=True)


main()
