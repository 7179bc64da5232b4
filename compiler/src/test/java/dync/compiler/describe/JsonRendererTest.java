package dync.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
    @Test
    void every_key_is_documented() throws IOException {
        String page = Files.readString(Path.of("../docs/describe.md"));

        assertThat(keys(JsonParser.parseString(new JsonRenderer().render(Described.ventral()))))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    private static Set<String> keys(JsonElement element) {
        Set<String> keys = new TreeSet<>();
        if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(entry -> {
                keys.add(entry.getKey());
                keys.addAll(keys(entry.getValue()));
            });
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> keys.addAll(keys(each)));
        }
        return keys;
    }
}
