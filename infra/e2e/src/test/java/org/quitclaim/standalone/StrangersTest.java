package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;

/** People without a login, with as many connections and bytes as they like, against those who work and those who withdraw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private static final int MEBIBYTE = 1 << 20;
    private static final long ENORMOUS = 700L * MEBIBYTE;
    private static final String OWN_PAGE = "/api/q/aaaaaaaaaaaaaaaaaaaaaaaaaa/answers";

    private final List<Socket> sockets = new ArrayList<>();
    private Server server;
    private Office office;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** From an address of the loopback network, which is all one machine's. */
    private Socket connect(int from) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress("127.0.0." + from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.address().getPort()));
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(String path, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + more + "\r\n\r\n";
    }

    /** As the answer comes, also when the connection ends by a reset after it. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                if (answer.indexOf("\r\n\r\n") >= 0 && answer.indexOf("}") >= 0) {
                    return answer.toString();
                }
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN_PAGE, "/login", "/certificates/check"})
    @Requirement("R98")
    void anEnormousBodyIsRefusedBeforeAnyOfItIsRead(String path) throws IOException {
        Socket socket = connect(2);
        send(socket, head(path, "Idempotency-Key: k\r\nContent-Length: " + ENORMOUS));

        assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("request.too-large");
    }

    /** Without a length that says so, it is found while it is read; what is sent on is thrown away, and not for long. */
    @Test
    @Requirement("R98")
    void anEnormousBodyOfUnknownLengthIsNotTakenIn() throws IOException {
        Socket socket = connect(2);
        send(socket, head(OWN_PAGE, "Idempotency-Key: k\r\nTransfer-Encoding: chunked"));

        long sent = flood(socket);

        assertThat(sent).isLessThan(ENORMOUS / 2);
        assertThat(office.visitor().get("/openapi.json").status()).isEqualTo(200);
    }

    private static long flood(Socket socket) throws IOException {
        byte[] chunk = ("100000\r\n" + " ".repeat(MEBIBYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        long sent = 0;
        try {
            while (sent < ENORMOUS) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (SocketException ended) {
            return sent;
        }
        return sent;
    }

    /** The token against forgery may lie in a form; looking for it there must not mean taking a photo in. */
    @Test
    @Requirement("R98")
    void aFileFromSomebodyWithoutALoginIsNotTakenIn() throws IOException {
        Socket socket = connect(2);
        send(
                socket,
                "POST /api/photos HTTP/1.1\r\nHost: x\r\nCookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF\r\n"
                        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + 60 * MEBIBYTE
                        + "\r\n\r\n");

        assertThat(answer(socket)).containsPattern("^HTTP/1.1 4(01|03|13)");
    }

    /** More than there are threads. */
    @Test
    @Requirement("R98")
    void slowBodiesKeepNobodyElseWaiting() throws IOException {
        for (int i = 0; i < 260; i++) {
            send(connect(2), head("/login", "Content-Length: 1000") + "{");
        }

        workGoesOn();
    }

    /** More than there are connections for one address, of which the one who works here is another. */
    @Test
    @Requirement("R98")
    void connectionsThatSayNothingKeepNobodyElseOut() throws IOException {
        for (int i = 0; i < 700; i++) {
            Socket socket = connect(1);
            if (i % 2 == 0) {
                send(socket, "GET / HT");
            }
        }

        workGoesOn();
    }

    private void workGoesOn() {
        Office.at(server.address());
        String person = office.register("Somebody", "");
        Asked asked = office.ask(person, office.publishNotice(), List.of(Office.website(9)));
        office.sayYes(asked, 1).orFail();
        office.withdraw(asked, false, List.of("WEBSITE")).orFail();
    }

    /** A byte now and then is within every bound on the gap between two bytes. */
    @Test
    void whoSendsAByteNowAndThenIsHungUpOn() throws IOException {
        Socket body = connect(2);
        send(body, head("/login", "Content-Length: 1000"));
        Socket line = connect(2);
        send(line, "GET / HTTP/1.1\r\nHost: x\r\nX: ");
        AtomicInteger over = new AtomicInteger();

        Awaitility.await("both to be hung up on")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    over.set((isOver(body) ? 1 : 0) + (isOver(line) ? 1 : 0));
                    return over.get() == 2;
                });
    }

    private static boolean isOver(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        try {
            send(socket, "x");
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void aCompressedBodyIsNotUnpacked() throws IOException {
        Socket socket = connect(2);
        send(socket, head("/login", "Content-Encoding: gzip\r\nContent-Length: 10") + "\u001f".repeat(10));

        assertThat(answer(socket)).startsWith("HTTP/1.1 415");
    }

    @Test
    void aPhotoOfUsualSizeIsStillTakenIn() {
        Client photographer = office.visitor().as(Role.PHOTOGRAPHER);
        String collection = office.openCollection("Large");

        byte[] large = Pictures.sky();
        while (large.length < 3 * MEBIBYTE) {
            large = Pictures.withSegment(large, 0xFE, new byte[60_000]);
        }
        photographer.upload(collection, "photo.jpg", large).orFail();
        photographer
                .post("/api/collections", Map.of("name", "x".repeat(2 * MEBIBYTE), "zone", "Europe/Paris"))
                .isRefusal(413, "request.too-large");
    }

    /** A body that nobody reads, and then the next request: both are answered, on one connection. */
    @Test
    void aBodyThatNobodyReadIsNotTakenForTheNextRequest() throws IOException {
        Socket socket = connect(2);
        String unread = head("/api/persons", "Content-Length: 5") + "{\"a\"}".substring(0, 5);
        for (int i = 0; i < 2; i++) {
            send(socket, unread);
            assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 401");
        }
        send(socket, "GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200");
    }

    /** Nobody gets many turns by one connection: what came before the answer is not answered. */
    @Test
    void aRequestThatComesBeforeTheAnswerToTheOneBeforeIsNotAnswered() throws IOException {
        Socket socket = connect(2);
        String one = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
        send(socket, one + one + one);
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .split("HTTP/1\\.1 200", -1))
                .hasSize(2);
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!isWhole(answer.toString())) {
            answer.append((char) in.read());
        }
        return answer.toString();
    }

    private static boolean isWhole(String answer) {
        int body = answer.indexOf("\r\n\r\n") + 4;
        Matcher length = CONTENT_LENGTH.matcher(answer);
        return body > 3
                && (length.find()
                        ? answer.length() >= body + Integer.parseInt(length.group(1))
                        : answer.endsWith("\r\n0\r\n\r\n"));
    }
}
