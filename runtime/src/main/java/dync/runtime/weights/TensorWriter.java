package dync.runtime.weights;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Puts tensors into the safetensors format: widest numbers first, so that every tensor is aligned; then by name. */
final class TensorWriter {
    private static final int CHUNK = 1 << 26;

    private record Item(String name, Tensor tensor, DType dtype) {}

    private final List<Item> items;
    private final Map<String, String> metadata;

    /** @throws IllegalArgumentException if a tensor has a type that the format lacks */
    TensorWriter(Map<String, Tensor> tensors, Map<String, String> metadata) {
        this.metadata = metadata;
        items = tensors.entrySet().stream()
                .map(entry -> new Item(entry.getKey(), entry.getValue(), dtype(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparingInt((Item item) -> -item.dtype().bytes())
                        .thenComparing(Item::name))
                .toList();
    }

    private static DType dtype(String name, Tensor tensor) {
        return DType.of(tensor.scalar_type())
                .orElseThrow(() -> new IllegalArgumentException("tensor '" + name + "' is of type "
                        + tensor.scalar_type().intern() + ", which safetensors files of dync do not have"));
    }

    void writeTo(WritableByteChannel out) throws IOException {
        byte[] json = header().getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8; // the data begins at a multiple of 8
        ByteBuffer head = ByteBuffer.allocate(Safetensors.LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(padded).put(json);
        while (head.hasRemaining()) {
            head.put((byte) ' ');
        }
        writeAll(out, head.flip());
        for (Item item : items) {
            writeData(out, item);
        }
    }

    private String header() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!metadata.isEmpty()) {
                json.name("__metadata__").beginObject();
                for (Map.Entry<String, String> entry : metadata.entrySet()) {
                    json.name(entry.getKey()).value(entry.getValue());
                }
                json.endObject();
            }
            long at = 0;
            for (Item item : items) {
                long end = at + item.tensor().numel() * item.dtype().bytes();
                json.name(item.name()).beginObject();
                json.name("dtype").value(item.dtype().name());
                json.name("shape").beginArray();
                for (long size : item.tensor().shape()) {
                    json.value(size);
                }
                json.endArray()
                        .name("data_offsets")
                        .beginArray()
                        .value(at)
                        .value(end)
                        .endArray();
                json.endObject();
                at = end;
            }
            json.endObject();
        }
        return text.toString();
    }

    private static void writeData(WritableByteChannel out, Item item) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = item.tensor().detach().cpu().contiguous();
            Pointer data = plain.data_ptr();
            long bytes = plain.numel() * item.dtype().bytes();
            for (long done = 0; done < bytes; done += CHUNK) {
                long end = Math.min(bytes, done + CHUNK);
                writeAll(out, new BytePointer(data).position(done).limit(end).asByteBuffer());
            }
        }
    }

    private static void writeAll(WritableByteChannel out, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
