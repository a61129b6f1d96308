package org.quitclaim.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A way to hold connections open, or the server busy, without a login. */
enum Holding {
    HALF_HEADS("GET / HTTP/1.1\r\nHost: x\r\nX-"),
    HALF_BODIES(post("Content-Length: 500000") + "{"),
    HALF_HEADS_AND_HALF_BODIES("") {
        @Override
        void begin(Socket socket, int number) throws IOException {
            (number % 2 == 0 ? HALF_HEADS : HALF_BODIES).begin(socket, number);
        }
    },
    ENDLESS_CHUNKS(post("Transfer-Encoding: chunked") + "1\r\n{\r\n"),
    /** Waiting to be told to go on, and then not going on. */
    EXPECTATIONS(post("Content-Length: 500000\r\nExpect: 100-continue")),
    TOO_LARGE_BODIES(post("Content-Length: 5000000") + "{"),
    BYTE_BY_BYTE_HEADS("GET / HTTP/1.1\r\nHost: x\r\nX-") {
        @Override
        void goOn(Socket socket) throws IOException {
            write(socket, "x");
        }
    },
    BYTE_BY_BYTE_BODIES(post("Content-Length: 500000") + "{") {
        @Override
        void goOn(Socket socket) throws IOException {
            write(socket, " ");
        }
    },
    /** Asking for more than all buffers between two sockets hold, and never reading it. */
    ANSWERS_NEVER_READ("GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(60)),
    KEPT_ALIVE("GET /person/person.js HTTP/1.1\r\nHost: x\r\n\r\n") {
        @Override
        void goOn(Socket socket) throws IOException {
            readWhatCame(socket);
        }
    },
    PIPELINED("GET /person/person.js HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20)) {
        @Override
        void goOn(Socket socket) throws IOException {
            readWhatCame(socket);
            write(socket, text().substring(0, text().length() / 20));
        }
    },
    OPENED_AND_CLOSED("GET / HTTP/1.1\r\nHost: x\r\nX-") {
        @Override
        void goOn(Socket socket) throws IOException {
            socket.close();
        }
    };

    private final String text;

    Holding(String text) {
        this.text = text;
    }

    private static String post(String more) {
        return "POST /api/q/" + "a".repeat(52)
                + "/withdrawals HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + more + "\r\n\r\n";
    }

    String text() {
        return text;
    }

    void begin(Socket socket, int number) throws IOException {
        write(socket, text);
    }

    /** What a connection does from time to time. */
    void goOn(Socket socket) throws IOException {
        // holds on
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void readWhatCame(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        for (int there = in.available(); there > 0; there = in.available()) {
            in.readNBytes(there);
        }
    }
}
