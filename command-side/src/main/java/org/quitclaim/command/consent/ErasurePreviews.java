package org.quitclaim.command.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;

/**
 * What an erasure would do, and the word by which somebody who read it orders exactly that.
 *
 * <p><b>Guarantees:</b> the word holds for one person, one way of erasing, and as long as it would do the same; it cannot be
 * made without the installation's key, and nothing is kept here.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class ErasurePreviews {
    static final InputRejection NOT_SEEN = new InputRejection(
            "erasure.not-previewed",
            "An erasure cannot be taken back. Read what it would do first, at GET /api/persons/{id}/erasure with the"
                    + " same photos and evidence, and send the value of confirm from there along.");

    static final InputRejection CHANGED = new InputRejection(
            "erasure.preview-outdated",
            "This would no longer do what was read, or something else. Read GET /api/persons/{id}/erasure again, with"
                    + " the same photos and evidence.",
            HttpStatus.CONFLICT);

    private static final String ORDER = "erasure";

    private final Previews previews;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Clock clock;

    ErasurePreviews(Vault vault, WorkIndex index, UpToDate upToDate, Clock clock) {
        this.previews = new Previews(vault);
        this.index = index;
        this.upToDate = upToDate;
        this.clock = clock;
    }

    /**
     * An erasure that was not ordered.
     *
     * @param photos what becomes of the photos
     * @param evidence whether the proof of consent goes at once too
     * @param shownOn on how many photos this person is marked
     * @param originalsStay whether the stored originals of those photos still show the person afterwards
     * @param reasonNeeded whether the order is refused without {@code leftBecause} and {@code reason}
     * @param elements what goes, and what is kept and why
     * @param confirm to be sent along with the order
     */
    record Preview(
            PhotoTreatment photos,
            boolean evidence,
            int shownOn,
            boolean originalsStay,
            boolean reasonNeeded,
            List<ErasedElement> elements,
            String confirm) {}

    Preview of(Known person, PhotoTreatment photos, boolean evidence) {
        Instant now = clock.instant();
        List<ErasedElement> elements = List.of(
                new ErasedElement(KeyScope.RECOGNITION, true, null, null),
                kept(person, KeyScope.IDENTITY, true, now),
                kept(person, KeyScope.EVIDENCE, evidence, now));
        int shownOn = shownOn(person.id());
        return new Preview(
                photos,
                evidence,
                shownOn,
                photos == PhotoTreatment.LEAVE,
                photos == PhotoTreatment.LEAVE && !person.erasureRequested(),
                elements,
                previews.word(
                        ORDER,
                        person.id().value() + '\n' + photos + '\n' + evidence + '\n' + shownOn + '\n' + elements));
    }

    /** Of somebody whose history cannot be read: the erasure is noted, and happens once it can. */
    Preview unread(PersonId person, PhotoTreatment photos, boolean evidence) {
        List<ErasedElement> elements = ErasedElement.unread(evidence);
        int shownOn = shownOn(person);
        return new Preview(
                photos,
                evidence,
                shownOn,
                photos == PhotoTreatment.LEAVE,
                photos == PhotoTreatment.LEAVE,
                elements,
                previews.word(
                        ORDER, person.value() + '\n' + photos + '\n' + evidence + '\n' + shownOn + '\n' + elements));
    }

    void requireUnread(PersonId person, PhotoTreatment photos, boolean evidence, @Nullable String confirm) {
        Previews.require(() -> unread(person, photos, evidence).confirm(), confirm, NOT_SEEN, CHANGED);
    }

    /**
     * That whoever orders an erasure read what it does.
     *
     * @throws RejectedException with {@code erasure.not-previewed} or {@code erasure.preview-outdated}
     */
    void require(Known person, PhotoTreatment photos, boolean evidence, @Nullable String confirm) {
        Previews.require(() -> of(person, photos, evidence).confirm(), confirm, NOT_SEEN, CHANGED);
    }

    private static ErasedElement kept(Known person, KeyScope element, boolean asked, Instant now) {
        if (person.retention().holds(element, now)) {
            return new ErasedElement(
                    element,
                    false,
                    "erasure.kept-for-a-claim",
                    person.retention().holds().get(element));
        }
        return asked
                ? new ErasedElement(element, true, null, null)
                : new ErasedElement(element, false, "erasure.kept-as-proof", null);
    }

    /** On how many photos this person is marked. */
    int shownOn(PersonId person) {
        upToDate.await();
        return index.all(
                        "select count(distinct photo) from sighting where person = ?",
                        row -> row.getInt(1),
                        person.value())
                .getFirst();
    }
}
