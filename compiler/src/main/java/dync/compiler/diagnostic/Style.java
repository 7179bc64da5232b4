package dync.compiler.diagnostic;

/** Colours of the terminal, or none. */
record Style(boolean colour) {
    private static final String BOLD = "1";
    private static final String BLUE = "34";

    String severity(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "1;33";
                    case NOTE -> "1;36";
                },
                text);
    }

    String strong(String text) {
        return paint(BOLD, text);
    }

    /** Line numbers, frames and secondary marks. */
    String frame(String text) {
        return paint(BLUE, text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
