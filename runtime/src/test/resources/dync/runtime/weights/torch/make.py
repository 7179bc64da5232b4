"""Made the files beside it, with PyTorch 1.13 in this folder: python3 make.py. Values are told by TorchFileTest."""
import collections
import torch

w = torch.arange(24.0).reshape(4, 6)
state = collections.OrderedDict()
state["conv.weight"] = torch.arange(54.0).reshape(3, 2, 3, 3)
state["conv.bias"] = torch.tensor([0.5, -0.25, 1.0])
state["bn.num_batches_tracked"] = torch.tensor(7)
state._metadata = {"": {"version": 1}}


class Odd:
    pass


class Net(torch.nn.Linear):
    pass


training = {
    "epoch": 3,
    "flags": Odd(),
    "optimizer": {"state": {0: {"step": torch.ones(5), "average": torch.ones(2)}}, "lr": 1e-3},
    "state_dict": collections.OrderedDict(
        {
            "module.part": w[1:3, 2:5],
            "module.turned": w.t(),
            "module.half": w.half(),
            "module.inside": w.reshape(2, 3, 2, 2).contiguous(memory_format=torch.channels_last),
            "module.empty": torch.empty(0, 3),
            "module.own": torch.nn.Parameter(torch.tensor([2.0])),
        }
    ),
}
old = dict(_use_new_zipfile_serialization=False)
torch.save(state, "state.pt")
torch.save(state, "state-legacy.pt", **old)
torch.save(state, "state-protocol4.pt", pickle_protocol=4)
torch.save(training, "training.pt")
torch.save(training, "training-legacy.pt", **old)
torch.save(Net(2, 2), "module.pt")
torch.save({"a": torch.ones(2), "b": Odd()}, "object.pt")
torch.save({"a": torch.ones(2, dtype=torch.cfloat)}, "complex.pt")
torch.save({"a": torch.ones(1).expand(1000, 1000)}, "expanded.pt")
torch.save({"first": {"a": torch.ones(1)}, "second": {"a": torch.ones(1)}}, "two.pt")
torch.save([torch.ones(2)], "list.pt")
torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), "program.pt")
