package dync.runtime.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The header of a safetensors file: read by hand, token by token, so that repeated names are seen, nesting cannot
 * exhaust the stack, and nothing that the format does not have gets by.
 *
 * @param tensors by name, in the order of their data
 * @param metadata free text by name
 */
record Header(Map<String, TensorEntry> tensors, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final int MOST_AXES = 64;
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    /** A header that breaks the format; the message says how. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String problem) {
            super(problem);
        }
    }

    /**
     * Reads and checks a header.
     *
     * @param dataBytes how many bytes follow it
     */
    static Header parse(byte[] json, long dataBytes) throws Broken {
        if (json.length == 0 || json[0] != '{') {
            throw new Broken("the header does not begin with '{'");
        }
        try (JsonReader reader = new JsonReader(
                new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder()))) {
            reader.setStrictness(Strictness.STRICT);
            Header header = read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new Broken("something follows the end of the header");
            }
            return new Header(inOrder(header.tensors(), dataBytes), header.metadata());
        } catch (CharacterCodingException badText) {
            throw new Broken("the header is not UTF-8");
        } catch (EOFException | MalformedJsonException badJson) {
            throw new Broken("the header is not JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private static Header read(JsonReader reader) throws IOException, Broken {
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        boolean seen = false;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals(METADATA)) {
                if (seen) {
                    throw new Broken(METADATA + " is there twice");
                }
                seen = true;
                metadata(reader, metadata);
            } else if (tensors.putIfAbsent(name, entry(reader, name)) != null) {
                throw new Broken("tensor '" + name + "' is there twice");
            }
        }
        reader.endObject();
        return new Header(tensors, metadata);
    }

    private static void metadata(JsonReader reader, Map<String, String> into) throws IOException, Broken {
        expect(reader, JsonToken.BEGIN_OBJECT, METADATA + " is not an object");
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            expect(reader, JsonToken.STRING, "metadata '" + name + "' is not text");
            if (into.putIfAbsent(name, reader.nextString()) != null) {
                throw new Broken("metadata '" + name + "' is there twice");
            }
        }
        reader.endObject();
    }

    private static TensorEntry entry(JsonReader reader, String name) throws IOException, Broken {
        expect(reader, JsonToken.BEGIN_OBJECT, "tensor '" + name + "' is not an object");
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        Set<String> missing = new TreeSet<>(FIELDS);
        reader.beginObject();
        while (reader.hasNext()) {
            String field = reader.nextName();
            if (!missing.remove(field)) {
                throw new Broken("tensor '" + name + "' has "
                        + (FIELDS.contains(field) ? "two fields '" : "an unknown field '") + field + "'");
            }
            switch (field) {
                case "dtype" -> {
                    expect(reader, JsonToken.STRING, "dtype of tensor '" + name + "' is not text");
                    dtype = reader.nextString();
                }
                case "shape" -> shape = numbers(reader, "shape of tensor '" + name + "'", MOST_AXES);
                default -> offsets = numbers(reader, "data_offsets of tensor '" + name + "'", 2);
            }
        }
        reader.endObject();
        if (!missing.isEmpty()) {
            throw new Broken("tensor '" + name + "' lacks " + String.join(" and ", missing));
        }
        if (offsets.size() != 2) {
            throw new Broken("data_offsets of tensor '" + name + "' are not a begin and an end");
        }
        return new TensorEntry(name, known(dtype, name), shape, offsets.get(0), offsets.get(1));
    }

    private static DType known(String dtype, String name) throws Broken {
        return DType.named(dtype)
                .orElseThrow(() -> new Broken("tensor '" + name + "' has the unsupported dtype '" + dtype + "'"));
    }

    private static List<Long> numbers(JsonReader reader, String what, int most) throws IOException, Broken {
        expect(reader, JsonToken.BEGIN_ARRAY, what + " is not a list");
        List<Long> numbers = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            expect(reader, JsonToken.NUMBER, what + " has an entry that is no number");
            String text = reader.nextString();
            if (!text.matches("\\d{1,18}")) {
                throw new Broken(what + " has the entry " + shortened(text) + ", not a whole number from 0 up");
            }
            if (numbers.size() == most) {
                throw new Broken(what + " has more than " + most + " entries");
            }
            numbers.add(Long.valueOf(text));
        }
        reader.endArray();
        return numbers;
    }

    private static String shortened(String text) {
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
    }

    private static void expect(JsonReader reader, JsonToken wanted, String otherwise) throws IOException, Broken {
        if (reader.peek() != wanted) {
            throw new Broken(otherwise);
        }
    }

    /** The data of all tensors must fill the file, each byte once. */
    private static Map<String, TensorEntry> inOrder(Map<String, TensorEntry> tensors, long dataBytes) throws Broken {
        List<TensorEntry> sorted = new ArrayList<>(tensors.values());
        sorted.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        Map<String, TensorEntry> ordered = new LinkedHashMap<>();
        long at = 0;
        for (TensorEntry entry : sorted) {
            String who = "tensor '" + entry.name() + "'";
            if (entry.end() < entry.begin()) {
                throw new Broken(who + " ends before it begins");
            }
            if (entry.end() > dataBytes) {
                throw new Broken(who + " ends at byte " + entry.end() + " of the data, which has " + dataBytes);
            }
            if (entry.begin() != at) {
                throw new Broken(who + " begins at byte " + entry.begin() + " of the data, the one before it ends at "
                        + at + (entry.begin() < at ? ": they overlap" : ": there is a hole"));
            }
            if (entry.bytes() != wantedBytes(entry)) {
                throw new Broken(who + " has " + entry.bytes() + " bytes, " + entry.dtype() + " of shape "
                        + entry.shape() + " takes another number");
            }
            at = entry.end();
            ordered.put(entry.name(), entry);
        }
        if (at != dataBytes) {
            throw new Broken((dataBytes - at) + " bytes at the end belong to no tensor");
        }
        return ordered;
    }

    /** -1 where the number does not fit 63 bits. */
    private static long wantedBytes(TensorEntry entry) {
        if (entry.shape().contains(0L)) {
            return 0;
        }
        try {
            long bytes = entry.dtype().bytes();
            for (long size : entry.shape()) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException tooMuch) {
            return -1;
        }
    }
}
