package dync.data.format;

import java.util.Arrays;
import java.util.Optional;

/** What the numbers of an array are; the name is numpy's. */
enum NumberType {
    BOOL(1, "bool"),
    UINT8(1, "uint8"),
    INT8(1, "int8"),
    UINT16(2, "uint16"),
    INT16(2, "int16"),
    UINT32(4, "uint32"),
    INT32(4, "int32"),
    UINT64(8, "uint64"),
    INT64(8, "int64"),
    FLOAT16(2, "float16"),
    FLOAT32(4, "float32"),
    FLOAT64(8, "float64");

    private final int bytes;
    private final String title;

    NumberType(int bytes, String title) {
        this.bytes = bytes;
        this.title = title;
    }

    /** Number of bytes of one number. */
    int bytes() {
        return bytes;
    }

    String title() {
        return title;
    }

    boolean whole() {
        return ordinal() < FLOAT16.ordinal();
    }

    /** The type of a kind of number ({@code 'u'}, {@code 'i'}, {@code 'f'}, {@code 'b'}) and its size. */
    static Optional<NumberType> of(char kind, int bytes) {
        String wanted = kind == 'b' ? "bool" : (kind == 'u' ? "uint" : kind == 'i' ? "int" : "float") + 8 * bytes;
        return Arrays.stream(values())
                .filter(type -> type.title.equals(wanted) && type.bytes == bytes)
                .findFirst();
    }
}
