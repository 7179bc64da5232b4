"""Prints what TensorBoard's own reader finds in a folder of event files, as JSON."""

import json
import sys

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.hparams import plugin_data_pb2

events = event_accumulator.EventAccumulator(
    sys.argv[1], size_guidance={"scalars": 0, "images": 0, "histograms": 0, "tensors": 0}
)
events.Reload()
tags = events.Tags()
hparams = {}
for tag, content in events.PluginTagToContent("hparams").items():
    data = plugin_data_pb2.HParamsPluginData.FromString(content)
    if data.HasField("session_start_info"):
        for name, value in data.session_start_info.hparams.items():
            hparams[name] = value.number_value if value.HasField("number_value") else value.string_value
json.dump(
    {
        "scalars": {tag: [[e.step, e.value] for e in events.Scalars(tag)] for tag in tags["scalars"]},
        "images": {
            tag: [[e.step, e.width, e.height, e.encoded_image_string.hex()] for e in events.Images(tag)]
            for tag in tags["images"]
        },
        "histograms": {
            tag: [[e.step, e.histogram_value.num, list(e.histogram_value.bucket)] for e in events.Histograms(tag)]
            for tag in tags["histograms"]
        },
        "texts": {
            tag: [e.tensor_proto.string_val[0].decode() for e in events.Tensors(tag)]
            for tag in events.PluginTagToContent("text")
        },
        "hparams": hparams,
    },
    sys.stdout,
)
