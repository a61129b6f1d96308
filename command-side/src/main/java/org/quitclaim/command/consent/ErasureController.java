package org.quitclaim.command.consent;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasureLeavingPhotos;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.LeftBecause;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing everything about somebody. */
@RestController
@RequestMapping("/api/persons/{id}")
class ErasureController {
    private final Streams streams;
    private final Revocations revocations;
    private final java.time.Clock clock;
    private final ErasurePreviews previews;

    ErasureController(
            Streams streams,
            Revocations revocations,
            Vault vault,
            WorkIndex index,
            UpToDate upToDate,
            java.time.Clock clock) {
        this.streams = streams;
        this.revocations = revocations;
        this.clock = clock;
        this.previews = new ErasurePreviews(vault, index, upToDate, clock);
    }

    /**
     * How the person is to be erased.
     *
     * @param photos what becomes of the photos; covered when not given
     * @param evidence whether the proof of consent goes at once too; when not given it is kept for its own time
     * @param leftBecause why they stay as they are; needed, like {@code reason}, where photos are left
     * @param reason the same in the officer's words
     * @param confirm from the preview of the same
     */
    record Demand(
            @Nullable PhotoTreatment photos,
            @Nullable Boolean evidence,
            @Nullable LeftBecause leftBecause,
            @Nullable String reason,
            @Nullable String confirm) {}

    /** What becomes of each element, so that the answer to the person can say so. Source: GDPR Art. 17(3); R53. */
    record Erasing(List<ErasedElement> elements) {}

    /** What it would do; changes nothing. */
    @GetMapping("/erasure")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    ErasurePreviews.Preview preview(
            @PathVariable String id,
            @RequestParam(name = "photos", defaultValue = "COVER") PhotoTreatment photos,
            @RequestParam(name = "evidence", defaultValue = "false") boolean evidence) {
        PersonId person = new PersonId(id);
        try {
            if (!(streams.consent(person) instanceof Known known)) {
                throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
            }
            requireNotStandingStill(known);
            return previews.of(known, photos, evidence);
        } catch (StreamDamaged e) {
            return previews.unread(person, photos, evidence);
        }
    }

    /** It cannot be taken back: whoever orders it sends along what the preview of the same gave. */
    @PostMapping("/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Erasing erase(@PathVariable String id, @RequestBody(required = false) @Nullable Demand body, Actor actor) {
        PersonId person = new PersonId(id);
        Demand demand = body == null ? new Demand(null, null, null, null, null) : body;
        PhotoTreatment photos = Objects.requireNonNullElse(demand.photos(), PhotoTreatment.COVER);
        boolean evidence = Boolean.TRUE.equals(demand.evidence());
        try {
            // whoever is not there is refused by the command itself
            if (streams.consent(person) instanceof Known known) {
                requireNotStandingStill(known);
                previews.require(known, photos, evidence, demand.confirm());
            }
            order(person, photos, evidence, demand, Origins.of(actor));
            return new Erasing(
                    streams.consent(person) instanceof Known known
                            ? ErasedElement.of(known, clock.instant())
                            : List.of());
        } catch (StreamDamaged e) {
            return unread(e, new RequestErasure(person, photos, evidence), demand, Origins.of(actor));
        }
    }

    /** What was ordered before goes on; what a damaged history does not tell is carried out, as any other no. */
    private static void requireNotStandingStill(Known person) {
        if (person.restricted() && !person.erasureRequested()) {
            throw new RejectedException(ConsentRejection.STANDS_STILL);
        }
    }

    /** Noted, and carried out once her history can be read; that photos stay needs a reason that lies there. */
    private Erasing unread(StreamDamaged why, RequestErasure order, Demand demand, Origin origin) {
        if (order.photos() == PhotoTreatment.LEAVE) {
            throw why;
        }
        previews.requireUnread(order.person(), order.photos(), order.evidence(), demand.confirm());
        revocations.carryOut(order, origin);
        return new Erasing(ErasedElement.unread(order.evidence()));
    }

    /** A reason for photos that stay lies with the proof and goes with it; its code stays in the history. */
    private void order(PersonId person, PhotoTreatment photos, boolean evidence, Demand demand, Origin origin) {
        boolean explained = demand.leftBecause() != null && Input.says(demand.reason());
        if (photos != PhotoTreatment.LEAVE || !explained || isErased(person)) {
            revocations.carryOut(new RequestErasure(person, photos, evidence), origin);
            return;
        }
        LeftBecause because = Input.need(demand.leftBecause(), "leftBecause");
        String reason = Input.text(demand.reason(), "reason");
        int shownOn = previews.shownOn(person);
        revocations.carryOut(person, origin, draft -> {
            RecordId sealed = draft.text(person, KeyScope.EVIDENCE, RecordKinds.ERASURE_REASON, reason);
            return new RequestErasureLeavingPhotos(person, because, shownOn, sealed, evidence);
        });
    }

    /** What becomes of the photos was said then; a further order is about the evidence. */
    private boolean isErased(PersonId person) {
        return streams.consent(person) instanceof Known known && known.erasureRequested();
    }
}
