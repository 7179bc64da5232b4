package dync.lsp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Source;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final String TEXT = "let µ = 1\n// 脳 🧠 x\r\nend";

    @Test
    void countsUtf16Units() {
        Positions positions = new Positions(new Source("a.dyn", TEXT), Encoding.UTF16);

        assertThat(positions.position(TEXT.indexOf('x'))).isEqualTo(new Position(1, 8));
        assertThat(positions.offset(new Position(1, 8))).isEqualTo(TEXT.indexOf('x'));
    }

    @Test
    void countsUtf8Bytes() {
        Positions positions = new Positions(new Source("a.dyn", TEXT), Encoding.UTF8);

        assertThat(positions.position(TEXT.indexOf('x'))).isEqualTo(new Position(1, 12));
        assertThat(positions.offset(new Position(1, 12))).isEqualTo(TEXT.indexOf('x'));
    }

    @Test
    void staysInsideTheLineAndTheText() {
        Positions positions = new Positions(new Source("a.dyn", TEXT), Encoding.UTF16);

        assertThat(positions.offset(new Position(0, 1000))).isEqualTo(TEXT.indexOf('\n'));
        assertThat(positions.offset(new Position(1, Integer.MAX_VALUE))).isEqualTo(TEXT.indexOf('\r'));
        assertThat(positions.offset(new Position(77, 0))).isEqualTo(TEXT.length());
    }

    @Property
    void comesBackToEveryCharacter(
            @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '⠀') String words, @ForAll Encoding encoding) {
        String text = words.replace('a', '\n');
        Positions positions = new Positions(new Source("a.dyn", text), encoding);
        for (int offset = 0; offset <= text.length(); offset++) {
            assertThat(positions.offset(positions.position(offset))).isEqualTo(offset);
        }
    }
}
