package org.quitclaim.demo;

import java.io.Console;

/** Colours for a terminal; plain text for a file, a pipe, or where NO_COLOR is set. */
record Ink(boolean colours) {
    private static final String ESCAPE = "\u001b[";

    static Ink forThisProcess() {
        Console console = System.console();
        return new Ink(console != null && console.isTerminal() && System.getenv("NO_COLOR") == null);
    }

    String strong(String text) {
        return dye("1", text);
    }

    String faint(String text) {
        return dye("2", text);
    }

    String green(String text) {
        return dye("32", text);
    }

    String amber(String text) {
        return dye("33", text);
    }

    String red(String text) {
        return dye("1;31", text);
    }

    private String dye(String code, String text) {
        return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
