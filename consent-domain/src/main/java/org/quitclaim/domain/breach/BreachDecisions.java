package org.quitclaim.domain.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Horizon;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.breach.BreachCommand.CloseBreach;
import org.quitclaim.domain.breach.BreachCommand.ConfirmRevocation;
import org.quitclaim.domain.breach.BreachCommand.RecordNotification;
import org.quitclaim.domain.breach.BreachCommand.RecordPersonsInformed;
import org.quitclaim.domain.breach.BreachCommand.RecordRevocation;
import org.quitclaim.domain.breach.BreachCommand.ReportCompromise;
import org.quitclaim.domain.breach.BreachCommand.RequestRevocation;
import org.quitclaim.domain.breach.BreachCommand.SoundBreachAlarm;
import org.quitclaim.domain.breach.BreachEvent.AuthorityNotified;
import org.quitclaim.domain.breach.BreachEvent.BreachAlarmSounded;
import org.quitclaim.domain.breach.BreachEvent.BreachClosed;
import org.quitclaim.domain.breach.BreachEvent.CompromiseReported;
import org.quitclaim.domain.breach.BreachEvent.KeysRevoked;
import org.quitclaim.domain.breach.BreachEvent.PersonsInformed;
import org.quitclaim.domain.breach.BreachEvent.RevocationConfirmed;
import org.quitclaim.domain.breach.BreachEvent.RevocationRequested;
import org.quitclaim.domain.breach.BreachState.Closed;
import org.quitclaim.domain.breach.BreachState.Open;
import org.quitclaim.domain.breach.BreachState.Revocation;
import org.quitclaim.domain.breach.BreachState.Unreported;

/**
 * Decides about a breach of faceprint keys.
 *
 * <p><b>Source:</b> GDPR Art. 33, 34; NIST SP 800-57 part 1 on compromised keys; R37, R72.
 */
public final class BreachDecisions {
    /** Long enough for a colleague in the next shift, short enough that a forgotten request cannot be used later. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofHours(24);

    private BreachDecisions() {}

    public static Decision<BreachEvent> decide(BreachState state, BreachCommand command, Instant at) {
        return switch (state) {
            case Unreported u ->
                command instanceof ReportCompromise report
                        ? reported(report, at)
                        : Decision.reject(BreachRejection.UNKNOWN);
            case Closed closed -> Decision.reject(BreachRejection.CLOSED);
            case Open open -> decideOpen(open, command, at);
        };
    }

    private static Decision<BreachEvent> reported(ReportCompromise c, Instant at) {
        if (c.discoveredAt().isAfter(at)) {
            return Decision.reject(BreachRejection.DISCOVERED_IN_THE_FUTURE);
        }
        return Horizon.includes(at, c.discoveredAt())
                ? Decision.accept(
                        new CompromiseReported(c.breach(), c.affected(), c.discoveredAt(), c.account(), at),
                        new RevocationRequested(c.breach(), c.by(), at.plus(CONFIRMED_WITHIN), at))
                : Decision.reject(BreachRejection.DISCOVERED_TOO_LONG_AGO);
    }

    private static Decision<BreachEvent> decideOpen(Open breach, BreachCommand command, Instant at) {
        return switch (command) {
            case ReportCompromise c -> Decision.reject(BreachRejection.ALREADY_REPORTED);
            case RequestRevocation c -> request(breach, c, at);
            case ConfirmRevocation c -> confirm(breach, c, at);
            case RecordRevocation c ->
                breach.revocation() instanceof Revocation.Confirmed
                        ? Decision.accept(new KeysRevoked(breach.id(), at))
                        : Decision.reject(BreachRejection.NOT_CONFIRMED);
            case RecordNotification c -> notified(breach, c, at);
            case RecordPersonsInformed c ->
                breach.personsInformed()
                        ? Decision.reject(BreachRejection.ALREADY_INFORMED)
                        : Decision.accept(new PersonsInformed(breach.id(), c.how(), at));
            case SoundBreachAlarm c ->
                sounds(breach, c.alarm(), at)
                        ? Decision.accept(new BreachAlarmSounded(breach.id(), c.alarm(), at))
                        : Decision.reject(BreachRejection.NOT_DUE);
            case CloseBreach c -> close(breach, c, at);
        };
    }

    private static Decision<BreachEvent> request(Open breach, RequestRevocation command, Instant at) {
        return switch (breach.revocation()) {
            case Revocation.Requested requested
            when at.isBefore(requested.until()) -> Decision.reject(BreachRejection.STILL_AWAITED);
            case Revocation.Requested lapsed -> requested(breach, command, at);
            case Revocation.Unrequested u -> requested(breach, command, at);
            case Revocation.Confirmed c -> Decision.reject(BreachRejection.ALREADY_CONFIRMED);
            case Revocation.Done d -> Decision.reject(BreachRejection.ALREADY_CONFIRMED);
        };
    }

    private static Decision<BreachEvent> requested(Open breach, RequestRevocation command, Instant at) {
        return Decision.accept(new RevocationRequested(breach.id(), command.by(), at.plus(CONFIRMED_WITHIN), at));
    }

    private static Decision<BreachEvent> confirm(Open breach, ConfirmRevocation command, Instant at) {
        return switch (breach.revocation()) {
            case Revocation.Requested requested
            when !at.isBefore(requested.until()) -> Decision.reject(BreachRejection.CONFIRMATION_TOO_LATE);
            case Revocation.Requested requested ->
                AgreementRules.between(
                                requested.by(), command.by(), BreachRejection.SAME_PERSON, BreachRejection.SAME_WORD)
                        .filter(refusal -> !command.alone())
                        .<Decision<BreachEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(new RevocationConfirmed(
                                breach.id(), command.by().account(), at)));
            case Revocation.Unrequested u -> Decision.reject(BreachRejection.CONFIRMATION_TOO_LATE);
            case Revocation.Confirmed c -> Decision.reject(BreachRejection.ALREADY_CONFIRMED);
            case Revocation.Done d -> Decision.reject(BreachRejection.ALREADY_CONFIRMED);
        };
    }

    private static Decision<BreachEvent> notified(Open breach, RecordNotification command, Instant at) {
        if (breach.authorityNotified()) {
            return Decision.reject(BreachRejection.ALREADY_NOTIFIED);
        }
        boolean late = at.isAfter(BreachAlarm.dueAt(breach.discoveredAt()));
        return late && command.delay().isEmpty()
                ? Decision.reject(BreachRejection.DELAY_UNEXPLAINED)
                : Decision.accept(new AuthorityNotified(breach.id(), command.reference(), command.delay(), at));
    }

    private static boolean sounds(Open breach, BreachAlarm alarm, Instant at) {
        return !breach.authorityNotified()
                && !breach.alarms().contains(alarm)
                && alarm.soundsAt(at, breach.discoveredAt());
    }

    private static Decision<BreachEvent> close(Open breach, CloseBreach command, Instant at) {
        if (breach.revocation() instanceof Revocation.Confirmed) {
            return Decision.reject(BreachRejection.STILL_REVOKING);
        }
        boolean everythingDone = breach.revocation() instanceof Revocation.Done
                && breach.authorityNotified()
                && breach.personsInformed();
        return everythingDone || !command.why().isEmpty()
                ? Decision.accept(new BreachClosed(breach.id(), command.why(), at))
                : Decision.reject(BreachRejection.REASON_MISSING);
    }

    public static BreachState evolve(BreachState state, BreachEvent event) {
        return switch (event) {
            case CompromiseReported e ->
                new Open(
                        e.breach(),
                        e.affected(),
                        e.discoveredAt(),
                        new Revocation.Unrequested(),
                        false,
                        false,
                        Set.of());
            case BreachClosed e -> new Closed(e.breach());
            case RevocationRequested e -> evolveOpen(state, event);
            case RevocationConfirmed e -> evolveOpen(state, event);
            case KeysRevoked e -> evolveOpen(state, event);
            case AuthorityNotified e -> evolveOpen(state, event);
            case PersonsInformed e -> evolveOpen(state, event);
            case BreachAlarmSounded e -> evolveOpen(state, event);
        };
    }

    private static BreachState evolveOpen(BreachState state, BreachEvent event) {
        if (!(state instanceof Open was)) {
            return state;
        }
        return switch (event) {
            case CompromiseReported e -> was;
            case RevocationRequested e -> was.with(new Revocation.Requested(e.by(), e.until()));
            case RevocationConfirmed e -> was.with(new Revocation.Confirmed());
            case KeysRevoked e -> was.with(new Revocation.Done());
            case AuthorityNotified e ->
                new Open(
                        was.id(),
                        was.affected(),
                        was.discoveredAt(),
                        was.revocation(),
                        true,
                        was.personsInformed(),
                        was.alarms());
            case PersonsInformed e ->
                new Open(
                        was.id(),
                        was.affected(),
                        was.discoveredAt(),
                        was.revocation(),
                        was.authorityNotified(),
                        true,
                        was.alarms());
            case BreachAlarmSounded e -> sounded(was, e.alarm());
            case BreachClosed e -> new Closed(e.breach());
        };
    }

    private static Open sounded(Open was, BreachAlarm alarm) {
        Set<BreachAlarm> alarms = EnumSet.of(alarm);
        alarms.addAll(was.alarms());
        return new Open(
                was.id(),
                was.affected(),
                was.discoveredAt(),
                was.revocation(),
                was.authorityNotified(),
                was.personsInformed(),
                alarms);
    }
}
