package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the places of a wiring stand: a column for each step of processing, a lane for each stream. A place follows the
 * first of its sources in its lane; another target of the same source begins a lane of its own.
 */
final class Lanes {
    /** A place in the grid. */
    record Cell(int column, int lane) {}

    /**
     * Places one after another.
     *
     * @param root the place at which the stream, or the one that it branched off, begins
     */
    private record Stream(List<String> places, int start, String root) {
        String tail() {
            return places.get(places.size() - 1);
        }
    }

    private final Map<String, List<String>> sources = new HashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Stream> streams = new ArrayList<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    Lanes(Description description) {
        for (Description.Connection connection : description.connections()) {
            if (connection.kind() == Description.Kind.FEEDFORWARD) {
                sources.computeIfAbsent(connection.target(), target -> new ArrayList<>())
                        .add(connection.source());
            }
        }
        description.places().forEach(place -> columns.put(place.name(), column(place.name())));
        columns.keySet().forEach(this::follow);
        pack();
    }

    /** The cell of each place. */
    Map<String, Cell> cells() {
        return cells;
    }

    private List<String> sources(String place) {
        return sources.getOrDefault(place, List.of());
    }

    private int column(String place) {
        return sources(place).stream()
                .mapToInt(source -> columns.getOrDefault(source, 0) + 1)
                .max()
                .orElse(0);
    }

    private void follow(String place) {
        Optional<Stream> followed = sources(place).stream()
                .sorted(Comparator.comparing((String source) -> -columns.get(source)))
                .flatMap(source ->
                        streams.stream().filter(stream -> stream.tail().equals(source)))
                .findFirst();
        if (followed.isPresent()) {
            followed.get().places().add(place);
            return;
        }
        int start = sources(place).stream()
                .mapToInt(source -> columns.get(source) + 1)
                .min()
                .orElse(columns.get(place));
        String root = sources(place).stream()
                .flatMap(source ->
                        streams.stream().filter(stream -> stream.places().contains(source)))
                .map(Stream::root)
                .findFirst()
                .orElse(place);
        streams.add(new Stream(new ArrayList<>(List.of(place)), start, root));
    }

    /** Streams that do not meet in a column share a lane; branches lie next to what they branched off. */
    private void pack() {
        List<List<int[]>> taken = new ArrayList<>();
        List<String> roots = streams.stream().map(Stream::root).distinct().toList();
        streams.sort(Comparator.comparing(stream -> roots.indexOf(stream.root())));
        for (Stream stream : streams) {
            int[] span = {stream.start(), end(stream)};
            int lane = 0;
            while (lane < taken.size()
                    && taken.get(lane).stream().anyMatch(other -> span[0] <= other[1] && other[0] <= span[1])) {
                lane++;
            }
            if (lane == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(lane).add(span);
            for (String place : stream.places()) {
                cells.put(place, new Cell(columns.get(place), lane));
            }
        }
    }

    /** The last column in which a stream is alone: what it leads to may stand further on. */
    private int end(Stream stream) {
        return Math.max(
                columns.get(stream.tail()),
                sources.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(stream.tail()))
                        .mapToInt(entry -> columns.get(entry.getKey()) - 1)
                        .max()
                        .orElse(0));
    }
}
