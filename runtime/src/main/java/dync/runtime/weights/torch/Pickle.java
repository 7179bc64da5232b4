package dync.runtime.weights.torch;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the object out of a pickle (docs.python.org/3/library/pickletools.html) as data: texts, numbers, lists,
 * {@link Dict}, {@link View}; everything else is a {@link Thing}. No class is loaded and no function called, so a file
 * can do nothing. What it takes in memory is bounded by the bytes of the pickle.
 */
final class Pickle {
    private final ByteBuffer in;
    private final List<Object> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Long, Object> memo = new HashMap<>();
    private final Map<String, Storage> storages;

    private Pickle(ByteBuffer in, Map<String, Storage> storages) {
        this.in = in;
        this.storages = storages;
    }

    /**
     * Reads one object.
     *
     * @param bytes the pickle; left where it ends
     * @param storages hears of every storage that the pickle names, by key
     */
    static Object read(ByteBuffer bytes, Map<String, Storage> storages) throws Broken {
        Pickle pickle = new Pickle(bytes.order(ByteOrder.LITTLE_ENDIAN), storages);
        try {
            while (pickle.step()) {
                // each step is one instruction
            }
            return pickle.pop();
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new Broken("the pickle ends early");
        }
    }

    /** @return false at the end */
    private boolean step() throws Broken {
        int code = in.get() & 0xFF;
        switch (code) {
            case '.' -> {
                return false;
            }
            case 0x80 -> skip(1);
            case 0x95 -> skip(8);
            case '(' -> marks.push(stack.size());
            case '0' -> pop();
            case '1' -> toMark();
            case '2' -> push(top());
            case 'N' -> push(Thing.NONE);
            case 0x88 -> push(Boolean.TRUE);
            case 0x89 -> push(Boolean.FALSE);
            case 'J' -> push((long) in.getInt());
            case 'K' -> push((long) (in.get() & 0xFF));
            case 'M' -> push((long) (in.getShort() & 0xFFFF));
            case 0x8a -> push(whole(bytes(in.get() & 0xFF)));
            case 0x8b -> push(whole(bytes(in.getInt())));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'X', 'T' -> push(text(in.getInt()));
            case 0x8c, 'U' -> push(text(in.get() & 0xFF));
            case 0x8d -> push(text(length(in.getLong())));
            case 'B' -> pass(in.getInt());
            case 'C' -> pass(in.get() & 0xFF);
            case 0x8e, 0x96 -> pass(length(in.getLong()));
            default -> {
                return collections(code);
            }
        }
        return true;
    }

    private boolean collections(int code) throws Broken {
        switch (code) {
            case ')', ']', 0x8f -> push(new ArrayList<>());
            case 't', 'l', 0x91 -> push(toMark());
            case 0x85 -> push(last(1));
            case 0x86 -> push(last(2));
            case 0x87 -> push(last(3));
            case 'a' -> append(last(1));
            case 'e', 0x90 -> append(toMark());
            case '}' -> push(new Dict());
            case 'd' -> {
                List<Object> items = toMark();
                push(new Dict());
                set(items);
            }
            case 's' -> set(last(2));
            case 'u' -> set(toMark());
            default -> {
                return objects(code);
            }
        }
        return true;
    }

    private boolean objects(int code) throws Broken {
        switch (code) {
            case 'q' -> memo.put((long) (in.get() & 0xFF), top());
            case 'r' -> memo.put(in.getInt() & 0xFFFFFFFFL, top());
            case 'p' -> memo.put(number(line()), top());
            case 0x94 -> memo.put((long) memo.size(), top());
            case 'h' -> push(remembered(in.get() & 0xFF));
            case 'j' -> push(remembered(in.getInt() & 0xFFFFFFFFL));
            case 'g' -> push(remembered(number(line())));
            case 'c' -> push(Thing.named(line(), line()));
            case 0x93 -> {
                List<Object> path = last(2);
                if (!(path.get(0) instanceof String module) || !(path.get(1) instanceof String name)) {
                    throw new Broken("the pickle names a class by something that is no text");
                }
                push(Thing.named(module, name));
            }
            case 'R', 0x81 -> {
                List<Object> call = last(2);
                push(Calls.call(call.get(0), call.get(1)));
            }
            case 0x92 -> {
                List<Object> call = last(3);
                push(Calls.call(call.get(0), call.get(1)));
            }
            case 'b' ->
                pop(); // what is set on an object is not looked at; a dictionary's own entries are there already
            case 'Q' -> {
                Storage storage = Calls.storage(pop());
                storages.putIfAbsent(storage.key(), storage);
                push(storage);
            }
            case 'I' -> push(flagOrNumber(line()));
            case 'L' -> push(number(line().replaceFirst("L$", "")));
            case 'F' -> {
                line();
                push(Double.NaN);
            }
            default ->
                throw new Broken("the pickle has the unknown instruction 0x" + Integer.toHexString(code)
                        + " at its byte " + (in.position() - 1));
        }
        return true;
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object top() throws Broken {
        if (stack.isEmpty()) {
            throw new Broken("the pickle takes more than it has put");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() throws Broken {
        Object top = top();
        stack.remove(stack.size() - 1);
        return top;
    }

    private List<Object> last(int count) throws Broken {
        if (stack.size() < count) {
            throw new Broken("the pickle takes more than it has put");
        }
        return cut(stack.size() - count);
    }

    private List<Object> toMark() throws Broken {
        if (marks.isEmpty() || marks.peek() > stack.size()) {
            throw new Broken("the pickle ends a group that it has not begun");
        }
        return cut(marks.pop());
    }

    private List<Object> cut(int from) {
        List<Object> tail = stack.subList(from, stack.size());
        List<Object> taken = new ArrayList<>(tail);
        tail.clear();
        return taken;
    }

    @SuppressWarnings("unchecked")
    private void append(List<Object> items) throws Broken {
        if (top() instanceof List<?> list) {
            ((List<Object>) list).addAll(items);
        }
    }

    private void set(List<Object> items) throws Broken {
        if (items.size() % 2 != 0) {
            throw new Broken("a dictionary has a name without a value");
        }
        if (top() instanceof Dict dict) {
            for (int at = 0; at < items.size(); at += 2) {
                dict.put(items.get(at), items.get(at + 1));
            }
        }
    }

    private Object remembered(long place) throws Broken {
        Object value = memo.get(place);
        if (value == null) {
            throw new Broken("the pickle asks for what it has not kept");
        }
        return value;
    }

    private byte[] bytes(int count) throws Broken {
        byte[] bytes = new byte[within(count)];
        in.get(bytes);
        return bytes;
    }

    private String text(int count) throws Broken {
        return new String(bytes(count), StandardCharsets.UTF_8);
    }

    private void pass(int count) throws Broken {
        skip(count);
        push(new Thing("bytes", true));
    }

    private void skip(int count) throws Broken {
        in.position(in.position() + within(count));
    }

    private int within(int count) throws Broken {
        if (count < 0 || count > in.remaining()) {
            throw new Broken("the pickle ends early");
        }
        return count;
    }

    private int length(long count) throws Broken {
        if (count < 0 || count > in.remaining()) {
            throw new Broken("the pickle ends early");
        }
        return (int) count;
    }

    private String line() {
        StringBuilder text = new StringBuilder();
        for (byte letter = in.get(); letter != '\n'; letter = in.get()) {
            text.append((char) (letter & 0xFF));
        }
        return text.toString();
    }

    private static Object flagOrNumber(String text) throws Broken {
        return switch (text) {
            case "00" -> Boolean.FALSE;
            case "01" -> Boolean.TRUE;
            default -> number(text);
        };
    }

    private static Long number(String text) throws Broken {
        if (!text.matches("-?\\d{1,18}")) {
            throw new Broken("the pickle has a number that is none");
        }
        return Long.valueOf(text);
    }

    /** Low byte first, in two's complement. */
    private static Object whole(byte[] bytes) {
        byte[] big = new byte[bytes.length + 1]; // one more, so that no bytes are 0
        for (int at = 0; at < bytes.length; at++) {
            big[big.length - 1 - at] = bytes[at];
        }
        big[0] = (byte) (bytes.length > 0 && bytes[bytes.length - 1] < 0 ? -1 : 0);
        BigInteger value = new BigInteger(big);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
