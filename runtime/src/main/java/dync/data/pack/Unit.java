package dync.data.pack;

/** Bytes as values from 0 to 1: each divided by 255, from a table. */
final class Unit {
    private final float[] values = new float[256];

    Unit() {
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 255f;
        }
    }

    void read(byte[] bytes, int length, float[] into) {
        for (int i = 0; i < length; i++) {
            into[i] = values[bytes[i] & 0xff];
        }
    }

    static byte toByte(float value) {
        return (byte) Math.round(Math.max(0, Math.min(1, value)) * 255);
    }
}
