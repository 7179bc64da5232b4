package dync.runtime.weights.torch;

/**
 * What a file names and dync does not make: a class or function of Python, or an object of one.
 *
 * @param type dotted, such as {@code collections.OrderedDict}
 * @param made whether it is an object, made by what is named
 */
record Thing(String type, boolean made) {
    static final Thing NONE = new Thing("None", true);

    Thing {
        type = type.length() > 80 ? type.substring(0, 80) + "…" : type;
    }

    static Thing named(String module, String name) {
        return new Thing(module + "." + name, false);
    }
}
