package org.quitclaim.demo.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mailboxes of the demonstration are read on this machine, by whatever name it calls itself, and by no other. */
class MailWindowTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:%d, 200",
        "127.0.0.1:%d, 200",
        "[::1]:%d, 200",
        "photos.evil.example:%d, 421",
        "photos.evil.example, 421",
        "localhost.evil.example:%d, 421",
        "localhost, 421"
    })
    void a_name_of_somebody_else_that_leads_here_shows_nothing(String host, int status) throws IOException {
        try (MailCatcher catcher = new MailCatcher();
                MailWindow window = new MailWindow(catcher)) {
            for (String path : new String[] {"/", "/mails"}) {
                String answer = answer(window.address().getPort(), path, host);
                assertThat(answer).startsWith("HTTP/1.1 " + status);
                assertThat(answer.contains("Everybody") || answer.endsWith("[]"))
                        .isEqualTo(status == 200);
            }
        }
    }

    private static String answer(int port, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host.formatted(port)
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
