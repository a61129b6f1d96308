package org.quitclaim.standalone;

import java.nio.file.Path;

/** What {@code up} does, with the logins of the demonstration. */
final class DemoServerProcess {
    private DemoServerProcess() {}

    @SuppressWarnings("SystemOut") // the test reads the address from what is printed
    public static void main(String[] arguments) {
        System.out.println(
                "Quitclaim is ready at " + Running.demo(Path.of(arguments[0])).address() + " (for a test)");
    }
}
