/**
 * State dictionaries as PyTorch saves them ({@code .pt}, {@code .pth}, {@code .ckpt}), in both of its formats.
 * Only {@link dync.runtime.weights.torch.TorchFile} is for others. Nothing that a file names is ever run: its pickle is
 * read as data, tensors are taken out, and whatever else it holds stays a name.
 */
package dync.runtime.weights.torch;
