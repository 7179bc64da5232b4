package dync.track.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads a message of Protocol Buffers by the numbers of its fields, as the encoding's specification says. */
final class ProtoReader {
    private final Map<Integer, byte[]> fields = new HashMap<>();

    ProtoReader(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long key = varint(in);
            byte[] value =
                    switch ((int) (key & 7)) {
                        case 0 -> ByteBuffer.allocate(8).putLong(varint(in)).array();
                        case 1 -> take(in, 8);
                        case 2 -> take(in, (int) varint(in));
                        case 5 -> take(in, 4);
                        default -> throw new IllegalStateException("wire type " + (key & 7));
                    };
            fields.putIfAbsent((int) (key >>> 3), value);
        }
    }

    long integer(int field) {
        return ByteBuffer.wrap(bytes(field)).getLong();
    }

    double number(int field) {
        return little(bytes(field)).getDouble();
    }

    float single(int field) {
        return little(bytes(field)).getFloat();
    }

    double[] numbers(int field) {
        double[] values = new double[bytes(field).length / 8];
        little(bytes(field)).asDoubleBuffer().get(values);
        return values;
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    ProtoReader message(int field) {
        return new ProtoReader(bytes(field));
    }

    byte[] bytes(int field) {
        return fields.get(field);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
