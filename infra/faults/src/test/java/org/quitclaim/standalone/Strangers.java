package org.quitclaim.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Connections that say nothing, from several addresses of this machine. */
final class Strangers implements AutoCloseable {
    private static final int FROM_ONE_ADDRESS = 100;

    private final URI server;
    private final List<Socket> held = new ArrayList<>();

    Strangers(URI server) {
        this.server = server;
    }

    /** Some may be sent away meanwhile. */
    void hold(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket();
            held.add(socket);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.1." + (1 + i / FROM_ONE_ADDRESS)), 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }
}
