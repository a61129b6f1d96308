package org.quitclaim.standalone;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server that says no to recipients with this code, until it is told otherwise. */
final class GrumpyMail implements AutoCloseable {
    final AtomicInteger code;
    final AtomicInteger asked = new AtomicInteger();
    final List<String> taken = new CopyOnWriteArrayList<>();
    final List<String> texts = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandlerFactory(this::handler)
            .build();

    GrumpyMail(int code) {
        this.code = new AtomicInteger(code);
        server.start();
    }

    Map<String, Object> settings(String giveUpAfter) {
        return Map.of(
                "quitclaim.mail.host", "localhost",
                "quitclaim.mail.port", server.getPortAllocated(),
                "quitclaim.mail.security", "NONE",
                "quitclaim.mail.from", "post@lindeveld.example",
                "quitclaim.mail.first-wait", "100ms",
                "quitclaim.mail.give-up-after", giveUpAfter);
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            private String to = "";

            @Override
            public void from(String from) {}

            @Override
            public void recipient(String recipient) throws RejectException {
                asked.incrementAndGet();
                to = recipient;
                if (code.get() != 0) {
                    throw new RejectException(code.get(), "no mailbox for " + recipient);
                }
            }

            @Override
            public String data(InputStream data) throws IOException {
                try {
                    texts.add((String) new MimeMessage(Session.getInstance(new Properties()), data).getContent());
                } catch (MessagingException e) {
                    throw new IOException(e);
                }
                taken.add(to);
                return "taken";
            }

            @Override
            public void done() {}
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
