package dync.lsp.completion;

import com.google.gson.JsonObject;
import dync.compiler.ast.Name;

/** What an item says of itself, so that its documentation can be found when it is asked for. */
final class About {
    static final String URI = "uri";
    static final String WORD = "word";
    static final String MODULE = "module";
    static final String AT = "at";

    private About() {}

    /** A word of the language. */
    static JsonObject word(String word) {
        JsonObject about = new JsonObject();
        about.addProperty(WORD, word);
        return about;
    }

    /** What a name declares. */
    static JsonObject declared(Name name, String uri, Place place) {
        JsonObject about = new JsonObject();
        about.addProperty(URI, uri);
        about.addProperty(MODULE, name.span().source().name());
        about.addProperty(AT, place.original(name.span()));
        return about;
    }
}
