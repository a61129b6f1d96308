package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Registers people one after the other, between two marks that a tracer sees. */
final class SyncProcess {
    static final int REGISTRATIONS = 20;
    static final String BEGIN = "mark-begin";
    static final String END = "mark-end";

    private SyncProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            Rest.await(server);
            mark(data, BEGIN);
            for (int i = 0; i < REGISTRATIONS; i++) {
                office.register("Sync Person " + i, "sync-" + i + "@lindeveld.example");
            }
            mark(data, END);
        }
        System.exit(0);
    }

    private static void mark(Path data, String name) throws IOException {
        try (FileChannel file =
                FileChannel.open(data.resolveSibling(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }
}
