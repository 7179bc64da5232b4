"""Records what PyTorch's optimisers and schedules do: python make.py, with torch installed. Written with 2.13.0.

optimizers.csv: a name, then the six weights after each of 25 steps. schedules.csv: a name, then the learning rate at
every tick, with a base rate of 1.
"""

import os

import torch
from torch.optim import lr_scheduler as lr

HERE = os.path.dirname(os.path.abspath(__file__))
START = [0.5, -1.25, 2.0, -0.03125, 1.0, -3.0]
METRIC = [0.1, 0.2, 0.25, 0.2501, 0.25, 0.24, 0.2502, 0.26, 0.2, 0.2, 0.2, 0.2, 0.2, 0.31, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3]


def steps(make, dtype):
    weight = torch.tensor(START, dtype=dtype, requires_grad=True)
    optimizer = make([weight])
    values = []
    for _ in range(25):
        optimizer.zero_grad()
        (weight.pow(4).sum() + weight.prod()).backward()
        optimizer.step()
        values += weight.tolist()
    return values


def rates(make, ticks):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0, momentum=0.9)
    schedule = make(optimizer)
    values = []
    for tick in range(ticks):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if isinstance(schedule, lr.ReduceLROnPlateau):
            schedule.step(METRIC[tick])
        else:
            schedule.step()
    return values


def write(name, rows):
    with open(os.path.join(HERE, name), "w") as file:
        for key, values in rows.items():
            file.write(",".join([key] + [repr(v) for v in values]) + "\n")


O = torch.optim
write("optimizers.csv", {name: steps(make, torch.float32) for name, make in {
    "sgd_nesterov": lambda p: O.SGD(p, lr=0.003, momentum=0.7, nesterov=True, weight_decay=0.1, foreach=False),
    "adam_amsgrad": lambda p: O.Adam(p, lr=0.03, betas=(0.8, 0.95), eps=1e-6, amsgrad=True, foreach=False),
    "nadam": lambda p: O.NAdam(p, lr=0.03, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1, foreach=False),
    "radam": lambda p: O.RAdam(p, lr=0.03, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1, foreach=False),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.03, alpha=0.9, eps=1e-6, momentum=0.5, centered=True, foreach=False),
    "adagrad": lambda p: O.Adagrad(p, lr=0.1, lr_decay=0.01, weight_decay=0.1, foreach=False),
}.items()})

write("schedules.csv", {name: rates(make, ticks) for name, (make, ticks) in {
    "constant": (lambda o: lr.ConstantLR(o, factor=1.0), 10),
    "step": (lambda o: lr.StepLR(o, step_size=3, gamma=0.3), 20),
    "multistep": (lambda o: lr.MultiStepLR(o, milestones=[2, 5, 5, 11], gamma=0.5), 20),
    "exponential": (lambda o: lr.ExponentialLR(o, gamma=0.93), 50),
    "cosine": (lambda o: lr.CosineAnnealingLR(o, T_max=40, eta_min=0.05), 41),
    "cosine_to_zero": (lambda o: lr.CosineAnnealingLR(o, T_max=300), 301),
    "cosine_restarts": (lambda o: lr.CosineAnnealingWarmRestarts(o, T_0=5, T_mult=2, eta_min=0.01), 80),
    "cosine_restarts_even": (lambda o: lr.CosineAnnealingWarmRestarts(o, T_0=7), 40),
    "linear": (lambda o: lr.LinearLR(o, start_factor=1.0, end_factor=0.1, total_iters=13), 30),
    "polynomial": (lambda o: lr.PolynomialLR(o, total_iters=17, power=0.9), 30),
    "one_cycle": (lambda o: lr.OneCycleLR(o, max_lr=1.0, total_steps=60, pct_start=0.3), 60),
    "one_cycle_linear": (lambda o: lr.OneCycleLR(
        o, max_lr=1.0, total_steps=50, pct_start=0.25, anneal_strategy="linear", div_factor=10, final_div_factor=100), 50),
    "one_cycle_three": (lambda o: lr.OneCycleLR(o, max_lr=1.0, total_steps=61, pct_start=0.3, three_phase=True), 61),
    "triangular": (lambda o: lr.CyclicLR(o, base_lr=0.1, max_lr=1.0, step_size_up=7, step_size_down=4), 60),
    "triangular2": (lambda o: lr.CyclicLR(o, base_lr=0.1, max_lr=1.0, step_size_up=5, mode="triangular2"), 60),
    "exp_range": (lambda o: lr.CyclicLR(
        o, base_lr=0.1, max_lr=1.0, step_size_up=5, mode="exp_range", gamma=0.97), 60),
    "warmup_linear_cosine": (lambda o: lr.SequentialLR(o, [
        lr.LinearLR(o, start_factor=0.1, total_iters=6), lr.CosineAnnealingLR(o, T_max=24)], [6]), 31),
    "warmup_constant_step": (lambda o: lr.SequentialLR(o, [
        lr.ConstantLR(o, factor=0.2, total_iters=4), lr.StepLR(o, step_size=5, gamma=0.5)], [4]), 30),
    "plateau_most": (lambda o: lr.ReduceLROnPlateau(
        o, mode="max", factor=0.5, patience=2, threshold=1e-2, threshold_mode="rel", cooldown=1, min_lr=0.2, eps=0), 20),
    "plateau_least": (lambda o: lr.ReduceLROnPlateau(
        o, mode="min", factor=0.1, patience=3, threshold=1e-3, threshold_mode="abs", eps=0), 20),
}.items()})
write("metric.csv", {"metric": METRIC})
