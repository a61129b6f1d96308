package org.quitclaim.domain.photo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.PersonId;

/**
 * Who is covered on what screens show of a photo.
 *
 * <p><b>Guarantees:</b> covered are whoever was erased, is dead, has restricted the use of their data, or whose
 * representation is disputed; whoever refused, withdrew or let run out every permission to be shown (what ran out counts
 * here, and is no no in {@link org.quitclaim.domain.consent.SaidNo}); whoever a human said is nobody who is registered; a
 * face linked to somebody who is not known here; and the place of a mark that led to somebody who said no, until a second
 * person agreed. Open marks are shown, because somebody has to say who they are.
 *
 * <p><b>Source:</b> GDPR Art. 5(1)(c), 18(1), 25(2).
 */
public final class Unseen {
    /** How long a stated reason lasts. */
    public static final Duration LOOK = Duration.ofMinutes(15);

    private Unseen() {}

    /** What to cover for somebody who stated these reasons, each within its time. */
    public static List<Box> on(
            PhotoState.Registered photo,
            Function<PersonId, ConsentState> persons,
            List<LookReason> stated,
            Instant at) {
        if (stated.stream().anyMatch(LookReason::isForOfficers)) {
            return List.of();
        }
        boolean marksAreChecked = stated.contains(LookReason.MARK);
        Stream<Box> marked = photo.faces().values().stream()
                .filter(face -> switch (face.standing()) {
                    case FaceStanding.Open open -> false;
                    case FaceStanding.Dismissed dismissed -> false;
                    case FaceStanding.Erased erased -> true;
                    case FaceStanding.Unregistered unregistered -> !marksAreChecked;
                    case FaceStanding.Sighted(PersonId person) -> isUnseen(persons.apply(person), marksAreChecked, at);
                })
                .map(MarkedFace::area);
        Stream<Box> undone = marksAreChecked ? Stream.of() : photo.seen().undone().values().stream();
        return Stream.concat(marked, undone).toList();
    }

    private static boolean isUnseen(ConsentState person, boolean marksAreChecked, Instant at) {
        if (!(person instanceof ConsentState.Known known)) {
            return true;
        }
        Outlook outlook = known.outlook();
        return outlook.standing() != Outlook.Standing.NORMAL || (!marksAreChecked && saidNo(outlook, at));
    }

    /** Whoever has not been asked, or has not answered, said nothing. */
    private static boolean saidNo(Outlook outlook, Instant at) {
        if (outlook.grants().stream().anyMatch(grant -> isOpen(grant, at))) {
            return false;
        }
        return outlook.grants().stream().anyMatch(grant -> grant.terms().purpose() == Purpose.PUBLICATION)
                || outlook.refusals().stream()
                        .anyMatch(refused -> refused.terms().purpose() == Purpose.PUBLICATION);
    }

    private static boolean isOpen(Grant grant, Instant at) {
        return grant.terms().purpose() == Purpose.PUBLICATION
                && grant.status().stands()
                && at.isBefore(grant.terms().term().ends());
    }
}
