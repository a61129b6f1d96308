package org.quitclaim.domain.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.Twice;

/**
 * Says which colour a rendition has. A face that is covered asks nobody; unknown is never green.
 *
 * <p><b>Source:</b> Auteurswet 20, 21; R39, R40.
 */
public final class StatusRule {
    static final String COPY_UNSETTLED = PhotoRejection.COPY_UNSETTLED.code();

    private StatusRule() {}

    /** Where and for what a status is asked, and whether that subject counts as sensitive. */
    public record Purpose(Channel channel, Territory territory, UseContext context, boolean sensitive) {}

    /**
     * The status at one instant.
     *
     * @param outlooks what each person's consents amount to; somebody who is not known has none
     */
    public static Status at(
            Registered photo,
            Rendition rendition,
            Purpose purpose,
            Function<PersonId, Optional<Outlook>> outlooks,
            Instant at) {
        List<StatusReason> reasons = new ArrayList<>();
        Optional<Instant> until = Optional.empty();
        if (photo.removed()) {
            reasons.add(about("photo.removed", Colour.RED));
        }
        if (!photo.detected()) {
            reasons.add(about("photo.not-yet-detected", Colour.AMBER));
        } else {
            if (!photo.searched()) {
                reasons.add(about("photo.being-searched", Colour.AMBER));
            }
            if (!photo.reviewed()) {
                reasons.add(about("photo.not-reviewed", Colour.AMBER));
            }
        }
        if (!photo.copies().unsettled().isEmpty()) {
            reasons.add(about(COPY_UNSETTLED, Colour.AMBER));
        }
        photo.visibleOn(rendition).stream()
                .map(face -> face.mark().face())
                .forEach(face -> photo.seen().unseen(face).ifPresent(why -> reasons.add(aboutFace(why.code(), face))));
        Twice.unexplained(photo, photo.visibleOn(rendition))
                .forEach(face -> reasons.add(aboutFace("photo.person-twice", face)));
        photo.undoneOn(rendition).forEach(face -> reasons.add(aboutFace(PhotoRejection.NO_UNDONE.code(), face)));
        rendition.stillVisible().forEach(face -> reasons.add(aboutFace("rendition.face-still-visible", face)));
        for (MarkedFace face : photo.visibleOn(rendition)) {
            Verdict verdict = verdict(photo, face, purpose, outlooks, at);
            reasons.addAll(verdict.reasons());
            until = earlier(until, verdict.until());
        }
        Colour colour = reasons.stream().map(StatusReason::colour).reduce(Colour.GREEN, Colour::worse);
        return new Status(colour, reasons, colour == Colour.GREEN ? until : Optional.empty());
    }

    /**
     * The status of a whole day: green only if green from its first instant to its last. Looks again whenever a grant
     * ends within the day, since terms in different zones can leave a gap between two of them.
     */
    public static Status on(
            Registered photo,
            Rendition rendition,
            Purpose purpose,
            Function<PersonId, Optional<Outlook>> outlooks,
            LocalDate day,
            ZoneId zone) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        Status status = at(photo, rendition, purpose, outlooks, begins);
        while (status.until().filter(ends::isAfter).isPresent()) {
            status = at(photo, rendition, purpose, outlooks, status.until().get());
        }
        return status;
    }

    /** What was found, under doubts about the history: nothing is green that a lost event may forbid. */
    public static Status under(Collection<String> doubts, Status status) {
        if (doubts.isEmpty()) {
            return status;
        }
        List<StatusReason> reasons = new ArrayList<>(status.reasons());
        doubts.forEach(code -> reasons.add(about(code, Colour.AMBER)));
        return new Status(status.colour().worse(Colour.AMBER), reasons, Optional.empty());
    }

    /** Of a photo whose stream, or somebody's on it, lacks an event or holds one that cannot be read: a no. */
    public static Status damaged() {
        return new Status(Colour.RED, List.of(about(HistoryTrust.STREAM_DAMAGED, Colour.RED)), Optional.empty());
    }

    private record Verdict(List<StatusReason> reasons, Optional<Instant> until) {}

    private static Verdict verdict(
            Registered photo,
            MarkedFace face,
            Purpose purpose,
            Function<PersonId, Optional<Outlook>> outlooks,
            Instant at) {
        FaceId id = face.mark().face();
        return switch (face.standing()) {
            case FaceStanding.Open open -> because("photo.face-open", Colour.AMBER, id);
            case FaceStanding.Unregistered unregistered -> because("photo.face-unregistered", Colour.RED, id);
            case FaceStanding.Erased erased -> because(Denial.ERASED.code(), Colour.RED, id);
            case FaceStanding.Dismissed dismissed -> new Verdict(List.of(), Optional.empty());
            case FaceStanding.Sighted sighted -> {
                Question question = new Question(
                        purpose.channel(),
                        purpose.territory(),
                        purpose.context(),
                        purpose.sensitive(),
                        photo.collection(),
                        photo.id());
                Permission permission = outlooks.apply(sighted.person())
                        .map(outlook -> outlook.permission(question, at))
                        .orElse(new Permission.Denied(Denial.UNKNOWN_PERSON));
                yield verdict(permission, id, sighted.person());
            }
        };
    }

    private static Verdict verdict(Permission permission, FaceId face, PersonId person) {
        return switch (permission) {
            case Permission.Permitted permitted -> new Verdict(List.of(), Optional.of(permitted.until()));
            case Permission.Denied denied ->
                new Verdict(
                        List.of(new StatusReason(
                                denied.reason().code(), Colour.RED, List.of(face), List.of(person), denied.on())),
                        Optional.empty());
        };
    }

    private static Verdict because(String code, Colour colour, FaceId face) {
        return new Verdict(
                List.of(new StatusReason(code, colour, List.of(face), List.of(), List.of())), Optional.empty());
    }

    private static StatusReason about(String code, Colour colour) {
        return new StatusReason(code, colour, List.of(), List.of(), List.of());
    }

    private static StatusReason aboutFace(String code, FaceId face) {
        return new StatusReason(code, Colour.AMBER, List.of(face), List.of(), List.of());
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
