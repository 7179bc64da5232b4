package dync.compiler.describe.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.describe.Described;
import dync.compiler.describe.Description;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PictureTest {
    private static final String STAIRS = """
            model Stairs() {
                clock(step = 1 ms, steps = 200, idle = 40)
                input(3, 32, 32)
                area Stage(channels: int) {
                    conv(channels)
                    recurrent(pointdepthwise, delay = 120 ms)
                    receive skip
                    receive feedback
                    emit(delay = 1 ms)
                }
                area A = Stage(4)
                area B = Stage(5)
                area C = Stage(6)
                area D = Stage(7)
                area E = Stage(8)
                skip A -> C (delay = 11 ms)
                skip A -> D (delay = 12 ms)
                skip B -> D (delay = 13 ms)
                skip A -> E (delay = 14 ms)
                skip C -> E (delay = 15 ms)
                feedback E -> A (delay = 150 ms, combine = multiplicative)
                feedback D -> A (delay = 16 ms)
                feedback E -> B (delay = 17 ms)
                readout r { avgpool; flatten }
                readout early from B { avgpool; flatten }
            }
            """;

    private record Text(String words, double left, double top, double right, double bottom) {
        boolean overlaps(Text other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static List<Description> all() throws Exception {
        return List.of(Described.ventral(), Described.streams(), Described.file("gaps.dyn"), Described.text(STAIRS));
    }

    private static void each(ThrowingConsumer<Description> check) throws Exception {
        for (Description description : all()) {
            try {
                check.accept(description);
            } catch (Throwable e) {
                throw new AssertionError(description.model(), e);
            }
        }
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String tag, String styles) {
        List<Element> found = new ArrayList<>();
        NodeList all = document.getElementsByTagName(tag);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (styles.isEmpty()
                    || List.of(element.getAttribute("class").split(" ")).containsAll(List.of(styles.split(" ")))) {
                found.add(element);
            }
        }
        return found;
    }

    @Test
    void each_place_is_a_box_and_each_connection_a_line() throws Exception {
        each(description -> {
            Document wiring = parse(Picture.wiring(description));

            assertThat(elements(wiring, "rect", "box")).hasSameSizeAs(description.places());
            for (Description.Kind kind : Description.Kind.values()) {
                long drawn = description.connections().stream()
                        .filter(connection -> connection.kind() == kind)
                        .count();
                // one more in the legend
                assertThat(elements(wiring, "path", "line " + Style.of(kind)))
                        .as(kind.name())
                        .hasSize(drawn == 0 ? 0 : (int) drawn + 1);
            }
        });
    }

    @Test
    void each_place_has_a_cell_for_each_step() throws Exception {
        each(description -> {
            Document unrolled = parse(Picture.unrolled(description));
            int steps = Span.of(description).count();
            long legend = elements(unrolled, "circle", "cell").size()
                    - (long) steps * description.places().size();

            assertThat(legend).isBetween(1L, 3L);
        });
    }

    @Test
    void cells_are_empty_until_a_value_exists() throws Exception {
        Document unrolled = parse(Picture.unrolled(Described.ventral()));

        // V2 for one step, IT for one, the classifier for two; one in the legend
        assertThat(elements(unrolled, "circle", "absent")).hasSize(1 + 1 + 2 + 1);
        assertThat(elements(unrolled, "circle", "blank")).isEmpty();
        assertThat(elements(unrolled, "path", "route")).hasSize(4 + 1);
    }

    @Test
    void bridges_are_marked() throws Exception {
        assertThat(elements(parse(Picture.wiring(Described.ventral())), "polygon", "bridge"))
                .hasSize(4 + 1);
    }

    @Test
    void idle_steps_are_marked() throws Exception {
        assertThat(elements(parse(Picture.whole(Described.streams())), "rect", "idle"))
                .hasSize(1);
        assertThat(elements(parse(Picture.whole(Described.ventral())), "rect", "idle"))
                .isEmpty();
    }

    @Test
    void no_label_lies_on_another_or_outside() throws Exception {
        each(description -> {
            Document document = parse(Picture.whole(description));
            double width = Double.parseDouble(document.getDocumentElement().getAttribute("width"));
            List<Text> texts = elements(document, "text", "").stream()
                    .map(PictureTest::text)
                    .toList();

            assertThat(texts).isNotEmpty().allSatisfy(text -> {
                assertThat(text.left()).isNotNegative();
                assertThat(text.right()).isLessThanOrEqualTo(width);
            });
            for (int i = 0; i < texts.size(); i++) {
                Text text = texts.get(i);
                assertThat(texts.subList(i + 1, texts.size())).noneMatch(text::overlaps);
            }
        });
    }

    @Test
    void boxes_lie_apart() throws Exception {
        each(description -> {
            List<Text> boxes = elements(parse(Picture.wiring(description)), "rect", "box").stream()
                    .map(box -> {
                        double x = Double.parseDouble(box.getAttribute("x"));
                        double y = Double.parseDouble(box.getAttribute("y"));
                        return new Text(
                                "box",
                                x,
                                y,
                                x + Double.parseDouble(box.getAttribute("width")),
                                y + Double.parseDouble(box.getAttribute("height")));
                    })
                    .toList();
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(boxes.get(i)::overlaps);
            }
        });
    }

    private static Text text(Element element) {
        String styles = " " + element.getAttribute("class") + " ";
        double size = styles.contains(" title ") ? 15 : styles.contains(" name ") ? 13 : 11;
        double width = Style.width(element.getTextContent(), size) * 0.95;
        double x = Double.parseDouble(element.getAttribute("x"));
        double y = Double.parseDouble(element.getAttribute("y"));
        String move = ((Element) panel(element)).getAttribute("transform");
        String[] by = move.replaceAll("[^0-9. -]", "").trim().split(" ");
        double left = x
                + Double.parseDouble(by[0])
                - (styles.contains(" mid ") ? width / 2 : styles.contains(" end ") ? width : 0);
        double base = y + Double.parseDouble(by[1]);
        return new Text(element.getTextContent(), left, base - 0.75 * size, left + width, base + 0.2 * size);
    }

    private static org.w3c.dom.Node panel(org.w3c.dom.Node node) {
        return node instanceof Element element && element.hasAttribute("transform")
                ? node
                : panel(node.getParentNode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&>", "\"quoted\"", "bell\u0007", "𝄞"})
    void text_is_escaped(String words) throws Exception {
        Svg svg = new Svg();
        svg.open("svg").label(words, 1.25, 2, "name").close();

        assertThat(parse(svg.toString()).getDocumentElement().getTextContent().strip())
                .isEqualTo(words.replace("\u0007", ""));
    }
}
