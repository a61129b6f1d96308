package org.quitclaim.standalone;

import java.io.PrintStream;

/** Where a command line speaks. */
record Console(PrintStream out, PrintStream err) {
    void say(String line) {
        out.println(line);
        out.flush();
    }

    void problem(String line) {
        err.println("quitclaim: " + line);
        err.flush();
    }
}
