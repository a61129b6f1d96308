package org.quitclaim.command.dispatch;

import java.util.Locale;
import java.util.UUID;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.eventstore.Attribution;

/**
 * On whose word a command is given; becomes the {@link Attribution} of its events.
 *
 * @param actor opaque id of an account, a token, a data subject or a representative, or {@code system:} and a duty
 * @param reason code of why; empty for the command itself, which mostly says it
 * @param caseRef opaque id of the case it belongs to; empty when there is none
 * @param correlation shared by everything that comes of one request or tick
 * @param causation id of the event that led to it, or {@link #REQUEST} or {@link #CLOCK}
 */
public record Origin(String actor, String role, String reason, String caseRef, String correlation, String causation) {
    public static final String PERSON = "PERSON";
    public static final String REPRESENTATIVE = "REPRESENTATIVE";
    public static final String SYSTEM = "SYSTEM";
    static final String REQUEST = "request";
    static final String CLOCK = "clock";

    /** A duty of the system, led to by the event that it is working off, or else by the clock. */
    public static Origin system(String duty) {
        return Cause.current()
                .map(cause -> system(duty, cause.correlation(), cause.event()))
                .orElseGet(() -> system(duty, newCorrelation(), CLOCK));
    }

    private static Origin system(String duty, String correlation, String causation) {
        return new Origin(Attribution.SYSTEM_PREFIX + duty, SYSTEM, "", "", correlation, causation);
    }

    static String newCorrelation() {
        return UUID.randomUUID().toString();
    }

    /** The same for what is done for a case, in whatever stream. */
    public Origin about(OpaqueId someCase) {
        return new Origin(actor, role, reason, someCase.value(), correlation, causation);
    }

    /** The same with a reason of its own. */
    public Origin because(String code) {
        return new Origin(actor, role, code, caseRef, correlation, causation);
    }

    /** What the events of a command to this family say. */
    Attribution of(String family, DomainCommand command) {
        String why = reason.isEmpty() ? family + "." + words(command.getClass().getSimpleName()) : reason;
        return new Attribution(actor, role, why, caseRef, correlation, causation);
    }

    private static String words(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
