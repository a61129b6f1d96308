package org.quitclaim.query.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Offer;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RepresentativeId;

/**
 * A person's consents as queries show them; no name. What the reader has no need of is absent.
 *
 * @param capacity for officers and auditors only
 * @param enrolled whether a faceprint exists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        PersonId personId,
        @Nullable Capacity capacity,
        @Nullable AgeGroup ageGroup,
        Outlook.@Nullable Standing standing,
        @Nullable Boolean enrolled,
        @Nullable List<Representation> representatives,
        @Nullable List<Quitclaim> quitclaims,
        @Nullable List<Allowed> grants,
        @Nullable Instant registeredAt) {
    record Representation(
            RepresentativeId representativeId,
            Representative.Role role,
            boolean verified,
            boolean sole,
            boolean disputed) {}

    /** What was asked on one notice. */
    record Quitclaim(QuitclaimId quitclaimId, NoticeId noticeId, boolean answered, List<Asked> asks) {}

    /**
     * @param status the word of the Data Privacy Vocabulary: asked or refused; what was granted stands under grants
     * @param refusedAt when the answer was no, @param refusedBy whose no it was
     * @param superseded whether a later yes reaches at least as far as what was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(
            int ask,
            TermsView terms,
            boolean granted,
            String status,
            @Nullable Instant refusedAt,
            Signature.@Nullable SignedBy refusedBy,
            boolean superseded) {}

    /**
     * @param status the word of the Data Privacy Vocabulary
     * @param ends the first instant that is no longer covered
     * @param live whether it authorises anything now
     */
    record Allowed(
            GrantId grantId,
            QuitclaimId quitclaimId,
            NoticeId noticeId,
            String language,
            TermsView terms,
            Instant ends,
            String status,
            boolean live) {}

    static PersonView of(PersonDocument document, Instant now, PersonReader reader) {
        ConsentState.Known person = document.person();
        if (reader == PersonReader.EXISTENCE) {
            return new PersonView(person.id(), null, null, null, null, null, null, null, null);
        }
        Outlook.Standing standing = person.outlook().standing();
        return new PersonView(
                person.id(),
                reader == PersonReader.EVERYTHING ? person.capacity() : null,
                person.ageGroup(),
                standing,
                !person.recognition().faceprints().isEmpty(),
                person.representatives().values().stream()
                        .map(PersonView::representation)
                        .toList(),
                person.offers().values().stream()
                        .map(offer -> quitclaim(offer, reader))
                        .toList(),
                person.outlook().grants().stream()
                        .filter(grant -> reader == PersonReader.EVERYTHING || !isPatientsWait(grant))
                        .map(grant -> allowed(grant, standing, now, reader))
                        .toList(),
                document.registeredAt());
    }

    /** That photos wait for a second employee tells in which capacity somebody is portrayed. */
    private static boolean isPatientsWait(Grant grant) {
        return grant.status() == ConsentStatus.UNCONFIRMED && grant.terms().purpose() == Purpose.PUBLICATION;
    }

    private static Representation representation(Representative one) {
        return new Representation(one.id(), one.role(), one.verified(), one.sole(), one.disputed());
    }

    private static Quitclaim quitclaim(Offer offer, PersonReader reader) {
        return new Quitclaim(
                offer.id(),
                offer.notice(),
                offer.answered(),
                offer.asks().stream().map(ask -> asked(offer, ask, reader)).toList());
    }

    private static Asked asked(Offer offer, Ask ask, PersonReader reader) {
        return offer.refusals().stream()
                .filter(refusal -> refusal.ask() == ask.number())
                .findFirst()
                .map(no -> new Asked(
                        ask.number(),
                        TermsView.of(ask.terms(), reader),
                        false,
                        ConsentStatus.REFUSED.dpvTerm(),
                        no.at(),
                        no.by(),
                        no.superseded()))
                .orElseGet(() -> new Asked(
                        ask.number(),
                        TermsView.of(ask.terms(), reader),
                        offer.answered(),
                        (offer.answered() ? ConsentStatus.GIVEN : ConsentStatus.REQUESTED).dpvTerm(),
                        null,
                        null,
                        false));
    }

    private static Allowed allowed(Grant grant, Outlook.Standing standing, Instant now, PersonReader reader) {
        boolean live = standing == Outlook.Standing.NORMAL
                && grant.status().authorises()
                && grant.terms().term().contains(now);
        return new Allowed(
                grant.id(),
                grant.quitclaim(),
                grant.notice(),
                grant.language(),
                TermsView.of(grant.terms(), reader),
                grant.terms().term().ends(),
                grant.status().dpvTerm(),
                live);
    }
}
