package org.quitclaim.standalone;

import java.io.PrintStream;

/** Where a command line speaks. */
public record Console(PrintStream out, PrintStream err) {
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public void problem(String line) {
        err.println("quitclaim: " + line);
        err.flush();
    }
}
