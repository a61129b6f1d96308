package org.quitclaim.standalone;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** Does everything once, stays long enough for a call home to begin, and shows last that one would be seen. */
final class EgressProcess {
    /** In a range that is reserved for documentation (RFC 5737); nothing is sent there. */
    static final String CANARY = "192.0.2.1";

    private static final Duration LONGER_THAN_A_CALL_HOME_WAITS = Duration.ofSeconds(5);

    private EgressProcess() {}

    @SuppressWarnings("SystemOut") // the test reads what is printed
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            office.recordDpia("DPIA");
            Story.at(office, new Ledger(), Pictures.portrait(3).jpeg()).tellAll();
            Rest.await(server);
            System.out.println("told");
            Thread.sleep(LONGER_THAN_A_CALL_HOME_WAITS);
        }
        try (DatagramSocket canary = new DatagramSocket()) {
            canary.connect(new InetSocketAddress(CANARY, 9));
        }
        System.exit(0);
    }
}
