package org.quitclaim.command.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
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

    /** How the mail server answered. */
    enum Answer {
        TAKEN,
        /** For good: there is no such mailbox, or it does not take this letter. */
        REFUSED,
        /** Not reached, busy, or not willing to talk to this installation; which may pass or be mended. */
        NOT_NOW
    }

    private final MailSettings settings;
    private final Clock clock;
    private final JavaMailSenderImpl sender;

    Post(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.sender = sender(settings);
    }

    boolean isSetUp() {
        return settings.isSetUp();
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        if (!settings.isSetUp()) {
            return sender;
        }
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
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        // else the machine's own name is looked up and told
        properties.setProperty(prefix + "localhost", from(settings).domain());
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        if (!settings.trust().isBlank()) {
            properties.setProperty(prefix + "ssl.trust", settings.trust());
        }
        return sender;
    }

    private static ContactPoint from(MailSettings settings) {
        return ContactPoint.parse(Objects.requireNonNull(settings.from())).orElseThrow();
    }

    /** @param id the same for the same letter, so that a mailbox that gets it twice may see that */
    Answer send(ContactPoint to, String id, Letter letter) {
        try {
            sender.send(message(to, id, letter));
            return Answer.TAKEN;
        } catch (MailException e) {
            Answer answer = answer(e);
            LOG.warn(
                    "A letter could not be mailed ({}, {}).",
                    answer == Answer.REFUSED ? "refused for good" : "it will be tried again",
                    e.getClass().getSimpleName());
            return answer;
        } catch (MessagingException e) {
            LOG.warn("A letter could not be made ({}).", e.getClass().getSimpleName());
            return Answer.NOT_NOW;
        }
    }

    private MimeMessage message(ContactPoint to, String id, Letter letter) throws MessagingException {
        ContactPoint from = from(settings);
        MimeMessage message = new MimeMessage(sender.getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + from.domain() + ">");
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
    private static Answer answer(MailException failed) {
        if (failed instanceof MailAuthenticationException) {
            return Answer.NOT_NOW;
        }
        Deque<@Nullable Throwable> causes = new ArrayDeque<>();
        if (failed instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                causes.add(each);
            }
        }
        while (!causes.isEmpty()) {
            Throwable cause = causes.remove();
            if (isForGood(cause)) {
                return Answer.REFUSED;
            }
            if (cause instanceof MessagingException mail && mail.getNextException() != null) {
                causes.add(mail.getNextException());
            }
        }
        return Answer.NOT_NOW;
    }

    private static boolean isForGood(@Nullable Throwable cause) {
        int code = switch (cause) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> LETTER_ITSELF.contains(e.getCommand()) ? e.getReturnCode() : 0;
            case null, default -> 0;
        };
        return code >= 500 && code < 600;
    }
}
