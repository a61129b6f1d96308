package org.quitclaim.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.command.consent.ContactPoint;
import org.quitclaim.command.mail.MailSettings.Security;

/** Mail servers that say too much, too slowly, too late, or no to whoever asks. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TalkingServerTest {
    private static final ContactPoint HER =
            ContactPoint.parse("her-own@people.example").orElseThrow();
    private static final Letter LETTER =
            Letter.of(java.net.URI.create("https://photos.example/q/abc234"), "Voorbeeld", LocalDate.of(2026, 12, 30));
    private static final String ENDLESS = "220-" + "x".repeat(60_000);

    /** What is said at one step of a conversation. */
    private interface Saying {
        void to(String command, BufferedReader in, OutputStream out) throws IOException, InterruptedException;
    }

    private static Post.Answer sent(Saying saying) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, saying));
            MailSettings settings = new MailSettings(
                    "localhost",
                    server.getLocalPort(),
                    null,
                    null,
                    "post@voorbeeld.example",
                    Security.NONE,
                    "",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(1),
                    Duration.ofDays(3));
            return new Post(settings, Clock.systemUTC()).send(HER, "lnk_one", LETTER);
        }
    }

    private static void serve(ServerSocket server, Saying saying) {
        try (Socket one = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = one.getOutputStream();
            saying.to("", in, out);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                saying.to(line.split(" ")[0], in, out);
            }
        } catch (IOException | InterruptedException gone) {
            // whoever sent had enough of it
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void politely(String command, BufferedReader in, OutputStream out) throws IOException {
        switch (command) {
            case "" -> say(out, "220 fake ESMTP\r\n");
            case "DATA" -> {
                say(out, "354 go\r\n");
                letter(in);
                say(out, "250 queued\r\n");
            }
            case "QUIT" -> say(out, "221 bye\r\n");
            default -> say(out, "250 ok\r\n");
        }
    }

    private static void letter(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "RCPT", "DATA"})
    void a_server_that_talks_without_end_is_listened_to_for_so_many_bytes(String step) throws Exception {
        AtomicLong said = new AtomicLong();

        Post.Answer answer = sent((command, in, out) -> {
            if (!command.equals(step)) {
                politely(command, in, out);
                return;
            }
            while (said.get() < 64_000_000) {
                say(out, said.get() == 0 ? ENDLESS : ENDLESS.substring(4));
                said.addAndGet(ENDLESS.length());
            }
        });

        assertThat(answer).isEqualTo(Post.Answer.NOT_NOW);
        // what lies in the buffers of the system was said, and read by nobody
        assertThat(said.get()).isLessThan(32_000_000);
    }

    @Test
    void a_server_that_says_a_letter_now_and_then_is_left_after_six_answers_time() throws Exception {
        long before = System.nanoTime();

        Post.Answer answer = sent((command, in, out) -> {
            say(out, "220-");
            for (int i = 0; i < 600; i++) {
                say(out, "x");
                TimeUnit.MILLISECONDS.sleep(100);
            }
        });

        assertThat(answer).isEqualTo(Post.Answer.NOT_NOW);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    @Test
    void a_letter_that_is_taken_late_is_taken() throws Exception {
        assertThat(sent((command, in, out) -> {
                    if (command.equals("DATA")) {
                        say(out, "354 go\r\n");
                        letter(in);
                        TimeUnit.MILLISECONDS.sleep(1_800);
                        say(out, "250 queued\r\n");
                    } else {
                        politely(command, in, out);
                    }
                }))
                .isEqualTo(Post.Answer.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "gone"})
    void a_letter_that_was_handed_over_and_not_answered_is_in_doubt(String how) throws Exception {
        assertThat(sent((command, in, out) -> {
                    if (command.equals("DATA")) {
                        say(out, "354 go\r\n");
                        letter(in);
                        if (how.equals("gone")) {
                            throw new IOException("closed");
                        }
                        in.readLine();
                    } else {
                        politely(command, in, out);
                    }
                }))
                .isEqualTo(Post.Answer.IN_DOUBT);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 554 5.7.1 <her-own@people.example>: Relay access denied, NOT_NOW",
        "RCPT, 530 5.7.0 Authentication required, NOT_NOW",
        "RCPT, 530 Must issue a STARTTLS command first, NOT_NOW",
        "RCPT, 550-5.7.26 not authenticated, NOT_NOW",
        "RCPT, 550 5.1.1 no such user, REFUSED",
        "RCPT, 550 no such user 5.7.1, REFUSED",
        "RCPT, 503 MAIL first, NOT_NOW",
        "DATA, 554 5.7.1 blocked, NOT_NOW",
        "DATA, 552 5.3.4 too big for this system, NOT_NOW",
        "DATA, 554 5.6.0 content, REFUSED"
    })
    void a_no_to_whoever_sends_is_no_fault_of_the_mailbox(String step, String words, Post.Answer expected)
            throws Exception {
        assertThat(sent((command, in, out) -> {
                    if (command.equals(step)) {
                        say(out, words + "\r\n");
                        if (words.charAt(3) == '-') {
                            say(out, words.substring(0, 3) + " 5.7.26 see the manual\r\n");
                        }
                    } else {
                        politely(command, in, out);
                    }
                }))
                .isEqualTo(expected);
    }
}
