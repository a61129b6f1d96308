package org.quitclaim.command.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.consent.ContactPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands letters to the mail server.
 *
 * <p><b>Guarantees:</b> over TLS unless the server is on this machine; nothing that a mail server says gets out of here,
 * since its words quote addresses: neither an exception nor its text is logged or passed on.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    /** The commands with which a letter is handed over, the end of it among them. */
    private static final Set<String> LETTER_ITSELF = Set.of("DATA", ".");

    /** A conversation until the letter is handed over may take as long as so many answers that each come just in time. */
    private static final int CONVERSATION = 6;

    /** How the mail server answered. */
    enum Answer {
        TAKEN,
        /** For good: there is no such mailbox, or it does not take this letter. */
        REFUSED,
        /** Not reached, busy, or not willing to talk to this installation; which may pass or be mended. */
        NOT_NOW,
        /** The whole letter was handed over, and no answer came: it may be in the mailbox or not. */
        IN_DOUBT
    }

    private final MailSettings settings;
    private final Clock clock;

    Post(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean isSetUp() {
        return settings.isSetUp();
    }

    private JavaMailSenderImpl sender(Conversation conversation) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        boolean implicit = settings.security() == MailSettings.Security.TLS;
        String protocol = implicit ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(settings.host());
        sender.setPort(settings.portOrUsual());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        Properties properties = sender.getJavaMailProperties();
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(settings.timeout().toMillis());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        // also under TLS, which the library lays over it; and never one of the library's own instead
        properties.put(prefix + "socketFactory", conversation);
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        // else the machine's own name is looked up and told
        properties.setProperty(prefix + "localhost", from(settings).domain());
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        if (!settings.pinned().isEmpty()) {
            properties.put(prefix + "ssl.socketFactory", new PinnedTls(conversation, settings.pinned()));
            properties.setProperty(prefix + "ssl.socketFactory.fallback", "false");
        }
        return sender;
    }

    private static ContactPoint from(MailSettings settings) {
        return ContactPoint.parse(Objects.requireNonNull(settings.from())).orElseThrow();
    }

    /** @param id the same for the same letter, so that a mailbox that gets it twice may see that */
    Answer send(ContactPoint to, String id, Letter letter) {
        Conversation conversation = new Conversation(
                settings.timeout(), settings.timeout().multipliedBy(CONVERSATION), settings.forTaking());
        JavaMailSenderImpl sender = sender(conversation);
        try {
            sender.send(message(sender, conversation, to, id, letter));
            return Answer.TAKEN;
        } catch (MailException e) {
            Answer answer = answer(e, conversation);
            LOG.warn(
                    "A letter could not be mailed ({}, {}).",
                    said(answer),
                    e.getClass().getSimpleName());
            return answer;
        } catch (MessagingException e) {
            LOG.warn("A letter could not be made ({}).", e.getClass().getSimpleName());
            return Answer.NOT_NOW;
        }
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case REFUSED -> "refused for good";
            case IN_DOUBT -> "handed over, and not answered in time";
            case TAKEN, NOT_NOW -> "it will be tried again";
        };
    }

    private MimeMessage message(
            JavaMailSenderImpl sender, Conversation conversation, ContactPoint to, String id, Letter letter)
            throws MessagingException {
        ContactPoint from = from(settings);
        MimeMessage message = new MimeMessage(sender.getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + from.domain() + ">");
            }

            @Override
            public void writeTo(OutputStream out, String[] leftOut) throws IOException, MessagingException {
                super.writeTo(out, leftOut);
                conversation.handsOver();
            }
        };
        message.setFrom(new InternetAddress(from.address()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address()));
        message.setSentDate(Date.from(clock.instant()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Whatever is not known to be for good may pass. That this installation may not send is for whoever runs it to mend. */
    private static Answer answer(MailException failed, Conversation conversation) {
        if (failed instanceof MailAuthenticationException) {
            return Answer.NOT_NOW;
        }
        Deque<@Nullable Throwable> causes = new ArrayDeque<>();
        if (failed instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                causes.add(each);
            }
        }
        boolean answered = false;
        while (!causes.isEmpty()) {
            Throwable cause = causes.remove();
            if (isForGood(cause)) {
                return Answer.REFUSED;
            }
            // a connection that ends is minus one
            answered |= cause instanceof SMTPSendFailedException said && said.getReturnCode() > 0;
            if (cause instanceof MessagingException mail && mail.getNextException() != null) {
                causes.add(mail.getNextException());
            }
        }
        return conversation.isHandedOver() && !answered ? Answer.IN_DOUBT : Answer.NOT_NOW;
    }

    private static boolean isForGood(@Nullable Throwable cause) {
        SmtpReply reply = switch (cause) {
            case SMTPAddressFailedException e -> new SmtpReply(e.getReturnCode(), e.getMessage());
            case SMTPSendFailedException e
            when LETTER_ITSELF.contains(e.getCommand()) -> new SmtpReply(e.getReturnCode(), e.getMessage());
            case null, default -> new SmtpReply(0, "");
        };
        return reply.isForGood();
    }
}
