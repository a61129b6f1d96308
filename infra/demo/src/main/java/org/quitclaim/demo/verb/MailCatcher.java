package org.quitclaim.demo.verb;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mailboxes of people who do not exist: an SMTP server on this machine that keeps in memory whatever it is sent.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class MailCatcher implements AutoCloseable {
    /** @param id of the message, as its header says */
    record Mail(String id, String to, String subject, String text, Instant at) {
        @Override
        public String toString() {
            return "Mail[" + id + "]";
        }
    }

    private static final int SOME_FREE_PORT = 0;

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(SOME_FREE_PORT)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandler(this::arrived)
            .build();

    MailCatcher() {
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    private void arrived(MessageContext from, String sender, String to, byte[] data) throws RejectException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            mails.add(new Mail(
                    message.getMessageID(), to, message.getSubject(), (String) message.getContent(), Instant.now()));
        } catch (MessagingException | IOException e) {
            throw new RejectException(554, "This is no mail.");
        }
    }

    /** In the order of their arrival. */
    List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Everybody empties their mailbox. */
    void clear() {
        mails.clear();
    }

    @Override
    public void close() {
        server.stop();
    }
}
