package org.quitclaim.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.command.consent.ContactPoint;
import org.quitclaim.command.mail.MailSettings.Security;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Against SMTP servers in this process: what is handed over, and what comes of a no. */
class PostTest {
    private static final ContactPoint ANNA =
            ContactPoint.parse("anna-of-ward-7@people.example").orElseThrow();
    private static final URI LINK = URI.create("https://photos.example/q/abc234");
    private static final Letter LETTER = Letter.of(LINK, "Stichting Voorbeeld", LocalDate.of(2026, 12, 30));

    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private SMTPServer server = SMTPServer.port(0).build();
    /** Of the certificate that was made last. */
    private String pinned = "";

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Says no at one step of a delivery, with this code and with the address in its words, as servers do. */
    private record Saying(PostTest test, String step, int code) implements MessageHandler {
        private void at(String now, String about) throws RejectException {
            if (now.equals(step)) {
                throw new RejectException(code, "no mailbox for " + about);
            }
        }

        @Override
        public void from(String from) throws RejectException {
            at("MAIL", from);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            at("RCPT", recipient);
        }

        @Override
        public String data(java.io.InputStream data) throws RejectException, java.io.IOException {
            byte[] bytes = data.readAllBytes();
            at("DATA", ANNA.address());
            test.taken.add(bytes);
            return "taken";
        }

        @Override
        public void done() {}
    }

    private Post post(Security security, SMTPServer.Builder builder, String step, int code) {
        return post(security, builder, step, code, pinned);
    }

    private Post post(Security security, SMTPServer.Builder builder, String step, int code, String trust) {
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory((MessageContext context) -> new Saying(this, step, code))
                .build();
        server.start();
        return new Post(settings(security, server.getPortAllocated(), trust), Clock.systemUTC());
    }

    private static MailSettings settings(Security security, int port, String trust) {
        return new MailSettings(
                "localhost",
                port,
                null,
                null,
                "post@voorbeeld.example",
                security,
                trust,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofMinutes(1),
                Duration.ofDays(3));
    }

    @Test
    void a_letter_names_nobody_and_nothing_of_what_is_asked() throws Exception {
        Post post = post(Security.NONE, SMTPServer.port(0), "", 0);

        assertThat(post.send(ANNA, "lnk_one", LETTER)).isEqualTo(Post.Answer.TAKEN);

        MimeMessage message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(taken.getFirst()));
        assertThat(message.getSubject()).isEqualTo("Een vraag aan u / A question for you");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("post@voorbeeld.example");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getMessageID()).isEqualTo("<lnk_one@voorbeeld.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentType()).startsWith("text/plain");
        assertThat((String) message.getContent())
                .contains(LINK.toString(), "30 december 2026", "30 December 2026", "Stichting Voorbeeld")
                .doesNotContainIgnoringCase("anna")
                .doesNotContainIgnoringCase("photo of")
                .doesNotContainIgnoringCase("patient");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550, REFUSED",
        "RCPT, 553, REFUSED",
        "RCPT, 450, NOT_NOW",
        "DATA, 554, REFUSED",
        "DATA, 451, NOT_NOW",
        // this installation may not send: for whoever runs it to mend, and no fault of the mailbox
        "MAIL, 550, NOT_NOW",
        "MAIL, 421, NOT_NOW"
    })
    void only_a_no_about_the_mailbox_or_the_letter_is_for_good_and_no_address_is_logged(
            String step, int code, Post.Answer expected) {
        Post post = post(Security.NONE, SMTPServer.port(0), step, code);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        // other tests of this process may have silenced everything
        Logger own = (Logger) LoggerFactory.getLogger(Post.class);
        own.setLevel(Level.WARN);

        try {
            assertThat(post.send(ANNA, "lnk_one", LETTER)).isEqualTo(expected);
        } finally {
            own.setLevel(null);
            root.detachAppender(log);
        }

        assertThat(taken).isEmpty();
        assertThat(log.list).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n")))
                .contains("A letter could not be mailed")
                .doesNotContain(ANNA.address(), "anna-of-ward-7", "no mailbox for", LINK.getPath());
    }

    @Test
    void a_letter_goes_through_starttls(@TempDir Path folder) throws Exception {
        SMTPServer.Builder secured =
                SMTPServer.port(0).enableTLS().requireTLS().startTlsSocketFactory(certificate(folder));

        assertThat(post(Security.STARTTLS, secured, "", 0).send(ANNA, "lnk_one", LETTER))
                .isEqualTo(Post.Answer.TAKEN);
        assertThat(taken).hasSize(1);
    }

    @Test
    void a_letter_goes_through_tls(@TempDir Path folder) throws Exception {
        SMTPServer.Builder secured = SMTPServer.port(0).serverSocketFactory(certificate(folder));

        assertThat(post(Security.TLS, secured, "", 0).send(ANNA, "lnk_one", LETTER))
                .isEqualTo(Post.Answer.TAKEN);
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void nothing_is_handed_to_a_server_without_tls(Security security) {
        assertThat(post(security, SMTPServer.port(0).hideTLS(), "", 0).send(ANNA, "lnk_one", LETTER))
                .isEqualTo(Post.Answer.NOT_NOW);
        assertThat(taken).isEmpty();
    }

    @Test
    void nothing_is_handed_to_a_server_whose_certificate_nobody_vouches_for(@TempDir Path folder) throws Exception {
        post(Security.NONE, SMTPServer.port(0).enableTLS().startTlsSocketFactory(certificate(folder)), "", 0);
        MailSettings strict = new MailSettings(
                "localhost",
                server.getPortAllocated(),
                null,
                null,
                "post@voorbeeld.example",
                Security.STARTTLS,
                "",
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofMinutes(1),
                Duration.ofDays(3));

        assertThat(new Post(strict, Clock.systemUTC()).send(ANNA, "lnk_one", LETTER))
                .isEqualTo(Post.Answer.NOT_NOW);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_certificate_of_the_same_name_that_is_not_the_pinned_one_is_handed_nothing(
            Security security, @TempDir Path folder) throws Exception {
        SSLContext own = certificate(folder);
        SMTPServer.Builder secured = security == Security.TLS
                ? SMTPServer.port(0).serverSocketFactory(own)
                : SMTPServer.port(0).enableTLS().startTlsSocketFactory(own);
        String another = "ab".repeat(32);

        assertThat(post(security, secured, "", 0, another).send(ANNA, "lnk_one", LETTER))
                .isEqualTo(Post.Answer.NOT_NOW);
        assertThat(taken).isEmpty();
    }

    @Test
    void a_name_is_no_certificate() {
        assertThatThrownBy(() -> settings(Security.STARTTLS, 1, "localhost"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(settings(Security.STARTTLS, 1, "AB:CD".repeat(16)).pinned()).containsExactly("abcd".repeat(16));
    }

    @Test
    void a_server_that_says_nothing_is_waited_for_no_longer_than_set() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long before = System.nanoTime();

            assertThat(new Post(settings(Security.NONE, silent.getLocalPort(), ""), Clock.systemUTC())
                            .send(ANNA, "lnk_one", LETTER))
                    .isEqualTo(Post.Answer.NOT_NOW);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_server_somewhere_else_is_never_spoken_to_in_the_clear() {
        assertThatThrownBy(() -> new MailSettings(
                        "mail.example.org",
                        0,
                        null,
                        null,
                        "post@voorbeeld.example",
                        Security.NONE,
                        "",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(1),
                        Duration.ofDays(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SSLContext certificate(Path folder) throws Exception {
        Path store = folder.resolve("mail.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "for-a-test")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(store)) {
            keys.load(file, "for-a-test".toCharArray());
        }
        pinned = PinnedTls.digest(
                (X509Certificate) keys.getCertificate(keys.aliases().nextElement()));
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, "for-a-test".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
