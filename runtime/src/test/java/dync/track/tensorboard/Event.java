package dync.track.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** What a reader of event files sees; checks every sum on the way. */
record Event(ProtoReader message) {
    static List<Event> all(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            assertThat(in.getInt()).isEqualTo(masked(length));
            in.position(in.position() - 12);
            byte[] data = new byte[Math.toIntExact(in.getLong())];
            in.getInt();
            in.get(data);
            assertThat(in.getInt()).isEqualTo(masked(data));
            events.add(new Event(new ProtoReader(data)));
        }
        return events;
    }

    private static int masked(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        int sum = (int) crc.getValue();
        return (sum >>> 15 | sum << 17) + 0xa282ead8;
    }

    long step() {
        return message.integer(2);
    }

    ProtoReader value() {
        return message.message(5).message(1);
    }
}
