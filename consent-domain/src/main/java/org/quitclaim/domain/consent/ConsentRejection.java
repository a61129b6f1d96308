package org.quitclaim.domain.consent;

import org.quitclaim.domain.Rejection;

/** Why an order to a consent record is refused. */
public enum ConsentRejection implements Rejection {
    ALREADY_REGISTERED(Kind.CONFLICT, "consent.already-registered", "This person is registered already."),
    UNKNOWN_PERSON(Kind.ABSENT, "consent.unknown-person", "Register the person first."),
    PERSON_ERASED(
            Kind.CONFLICT,
            "consent.person-erased",
            "This person was erased; nothing can be recorded about them any more."),
    PERSON_DECEASED(Kind.CONFLICT, "consent.person-deceased", "This person has died; consent can no longer be given."),
    QUITCLAIM_EXISTS(Kind.CONFLICT, "consent.quitclaim-exists", "This quitclaim was offered already."),
    UNKNOWN_QUITCLAIM(
            Kind.ABSENT, "consent.unknown-quitclaim", "Offer a quitclaim first, then record the answer to it."),
    ALREADY_ANSWERED(
            Kind.CONFLICT, "consent.already-answered", "This quitclaim was answered; offer a new one to ask again."),
    NOTHING_ASKED(Kind.UNACCEPTABLE, "consent.nothing-asked", "Ask for at least one purpose."),
    TOO_MUCH_ASKED(
            Kind.UNACCEPTABLE,
            "consent.too-much-asked",
            "Nobody can look at so many questions at once: ask at most 80 things in one quitclaim."),
    NO_NOTICE_TEXT(Kind.UNACCEPTABLE, "consent.no-notice-text", "Show a published notice in at least one language."),
    UNKNOWN_LANGUAGE(Kind.UNACCEPTABLE, "consent.unknown-language", "The notice has no text in this language."),
    TERM_IN_THE_PAST(Kind.UNACCEPTABLE, "consent.term-in-the-past", "Choose an end date that is today or later."),
    TERM_TOO_LONG(
            Kind.UNACCEPTABLE,
            "consent.term-too-long",
            "Choose a start and an end date within 100 years from now: whoever signs has to be able to foresee it."),
    JUSTIFICATION_NEEDED(
            Kind.UNACCEPTABLE,
            "consent.justification-needed",
            "Employees, pupils and patients are in a dependent position: record why asking them is fair."),
    MISSING_CHOICE(Kind.UNACCEPTABLE, "consent.missing-choice", "Every question needs an active yes or no."),
    UNKNOWN_QUESTION(
            Kind.UNACCEPTABLE, "consent.unknown-question", "Answer only the questions of this quitclaim, each once."),
    CONFIRMATION_NEEDED(
            Kind.UNACCEPTABLE,
            "consent.confirmation-needed",
            "Explicit consent needs a second, confirming step or a signature."),
    LINK_IS_THE_PERSONS(
            Kind.UNACCEPTABLE,
            "consent.link-is-the-persons",
            "Only the person's own page can answer by their link; say how the answer reached you."),
    LEVEL_UNVERIFIED(
            Kind.UNACCEPTABLE,
            "consent.level-unverified",
            "No file of a signature was verified here, so nobody can say that this one is advanced or qualified. Record"
                    + " it as SIMPLE; keep the signed file with the evidence."),
    REPRESENTATIVE_NEEDED(
            Kind.UNACCEPTABLE, "consent.representative-needed", "For a minor a representative has to sign."),
    BOTH_PARENTS_NEEDED(
            Kind.UNACCEPTABLE, "consent.both-parents-needed", "Both parents have to sign, or one with sole authority."),
    CONTEXT_RETIRED(
            Kind.CONFLICT,
            "consent.context-retired",
            "This was asked for a subject that is not used any more. Ask anew, without it; saying no works."),
    UNKNOWN_REPRESENTATIVE(
            Kind.ABSENT, "consent.unknown-representative", "Register the representative and the authority first."),
    UNVERIFIED_REPRESENTATIVE(
            Kind.CONFLICT,
            "consent.unverified-representative",
            "Check the representative's papers before relying on them."),
    REPRESENTATION_DISPUTED(
            Kind.CONFLICT, "consent.representation-disputed", "The authority is disputed; settle that first."),
    NOT_DISPUTED(Kind.CONFLICT, "consent.not-disputed", "The authority of this representative is not disputed."),
    REPRESENTATIVE_EXISTS(Kind.CONFLICT, "consent.representative-exists", "This representative is registered already."),
    ALREADY_GRANTED(Kind.CONFLICT, "consent.already-granted", "Recognition is allowed already; renew it instead."),
    STALE_KEY(Kind.CONFLICT, "consent.stale-key", "The key made for this grant is not the next one; try again."),
    UNKNOWN_GRANT(Kind.ABSENT, "consent.unknown-grant", "There is no such live grant."),
    OTHER_PURPOSE(Kind.UNACCEPTABLE, "consent.other-purpose", "A renewal is for the same purpose and channels."),
    NARROWER_RENEWAL(
            Kind.UNACCEPTABLE,
            "consent.narrower-renewal",
            "A renewal begins at once and allows at least what it replaces; withdraw and ask anew to allow less."),
    NOTHING_NAMED(
            Kind.UNACCEPTABLE,
            "consent.nothing-named",
            "Say what is withdrawn: recognition, one or more channels, or a permission."),
    NO_SUCH_GRANT(
            Kind.CONFLICT,
            "consent.no-such-grant",
            "The person never gave this permission. Load the page again: it shows those that stand."),
    ALREADY_WITHDRAWN(
            Kind.CONFLICT,
            "consent.already-withdrawn",
            "There is no live consent for this; it was withdrawn or never given."),
    NOTHING_DUE(Kind.CONFLICT, "consent.nothing-due", "No grant has run out."),
    ALREADY_RESTRICTED(Kind.CONFLICT, "consent.already-restricted", "Processing is restricted already."),
    /** Source: GDPR Art. 18(2), (3). */
    STANDS_STILL(
            Kind.CONFLICT,
            "consent.stands-still",
            "At this person's own request nothing is done with this data, and nothing is destroyed. Tell the person,"
                    + " lift the restriction, and then order the erasure."),
    NOT_RESTRICTED(Kind.CONFLICT, "consent.not-restricted", "Processing is not restricted."),
    ALREADY_SAFEGUARDED(Kind.CONFLICT, "consent.already-safeguarded", "This person is held for safety already."),
    NOT_SAFEGUARDED(Kind.CONFLICT, "consent.not-safeguarded", "This person is not held for safety."),
    NO_END_ASKED(
            Kind.CONFLICT,
            "consent.no-end-asked",
            "Nobody asked to end the hold for safety, or the 24 hours are over: ask for it, and have a second officer"
                    + " agree."),
    END_SAME_PERSON(Kind.CONFLICT, "consent.end-same-person", "Somebody else has to agree than who asked to end it."),
    END_SAME_WORD(
            Kind.CONFLICT,
            "consent.end-same-word",
            "One of the two accounts was made by the other alone: an officer whom two people made has to agree."),
    RECOGNITION_NOT_ALLOWED(
            Kind.CONFLICT,
            "consent.recognition-not-allowed",
            "There is no live consent for recognition; ask for it, or link by hand."),
    STALE_GENERATION(
            Kind.CONFLICT,
            "consent.stale-generation",
            "This was begun under a consent that has ended; start again from a live one."),
    NOTHING_TO_RETIRE(
            Kind.CONFLICT,
            "consent.nothing-to-retire",
            "Every faceprint of this person is of the model pack in force."),
    USE_NOT_ALLOWED(Kind.CONFLICT, "consent.use-not-allowed", "The person's consent does not cover this use."),
    NOTHING_TO_FOLLOW_UP(Kind.CONFLICT, "consent.nothing-to-follow-up", "Every revocation was dealt with."),
    ALREADY_REQUESTED(Kind.CONFLICT, "consent.erasure-already-requested", "Erasure was requested already."),
    PHOTOS_LEFT_WITHOUT_REASON(
            Kind.CONFLICT,
            "consent.photos-left-without-reason",
            "Photos of somebody who is erased stay as they are only for a reason: send leftBecause and reason along."),
    NOT_HOLDABLE(
            Kind.CONFLICT, "consent.not-holdable", "Only identity and evidence can be held; a faceprint never is."),
    HOLD_IN_THE_PAST(Kind.CONFLICT, "consent.hold-in-the-past", "Give a hold an end that is still to come."),
    HOLD_TOO_LONG(Kind.UNACCEPTABLE, "consent.hold-too-long", "Give a hold an end within 100 years from now."),
    HOLD_TOO_LATE(Kind.CONFLICT, "consent.hold-too-late", "Its erasure was ordered already and nothing holds it."),
    NOT_HELD(Kind.CONFLICT, "consent.not-held", "Nothing holds this element."),
    EVIDENCE_NEEDED(Kind.CONFLICT, "consent.evidence-needed", "There is a live consent that this is the evidence of."),
    DETAILS_CHANGED(
            Kind.CONFLICT,
            "consent.details-changed",
            "This was corrected by somebody else meanwhile; read it again, then correct it."),
    DETAILS_HELD(
            Kind.CONFLICT,
            "consent.details-held",
            "This is held for a claim, and a correction destroys what it replaces: release the hold first."),
    /** Source: GDPR Art. 18(2). */
    CORRECTION_NOT_ASKED(
            Kind.CONFLICT,
            "consent.correction-not-asked",
            "At this person's own request nothing is done with this data but what the person asks for: name the open"
                    + " request for a correction."),
    SAME_CIRCUMSTANCES(Kind.CONFLICT, "consent.same-circumstances", "That is what is recorded already."),
    MORE_AND_LESS(
            Kind.CONFLICT,
            "consent.more-and-less",
            "One part of this protects the person more and the other less: record what protects more first, by itself."),
    NO_LOWERING_ASKED(
            Kind.CONFLICT,
            "consent.no-lowering-asked",
            "No such correction waits for a second officer, or its 24 hours are over; read it again."),
    LOWERING_SAME_PERSON(
            Kind.CONFLICT, "consent.lowering-same-person", "Somebody else has to agree than who asked for it."),
    LOWERING_SAME_WORD(
            Kind.CONFLICT,
            "consent.lowering-same-word",
            "One of the two accounts was made by the other alone: an officer whom two people made has to agree."),
    NOTHING_WAITS(
            Kind.CONFLICT,
            "consent.nothing-waits",
            "Not all of these answers wait for somebody who has seen the person; read again which do."),
    VOUCHED_BY_NOBODY_KNOWN(
            Kind.CONFLICT,
            "consent.vouched-by-nobody-known",
            "It cannot be told who registered this person, typed the address, or issued the link, so nobody is known to be"
                    + " somebody else. Register the person anew and ask again."),
    SEEN_BY_THE_SAME(
            Kind.CONFLICT,
            "consent.seen-by-the-same",
            "Somebody else has to have seen the person than who registered them, typed the address, issued or printed the"
                    + " link, or wrote the answer down."),
    SEEN_ON_THE_SAME_WORD(
            Kind.CONFLICT,
            "consent.seen-on-the-same-word",
            "One of the two accounts was made by the other alone: somebody whom two people made has to have seen the"
                    + " person."),
    RENEWAL_WOULD_WAIT(
            Kind.CONFLICT,
            "consent.renewal-would-wait",
            "What takes the place of a permission counts at once, and this answer would wait for somebody who has seen the"
                    + " person: ask anew instead."),
    RECOGNITION_UNCONFIRMED(
            Kind.CONFLICT,
            "consent.recognition-unconfirmed",
            "The person said yes to recognition, and it counts once a second employee has seen them; until then link by"
                    + " hand."),
    NOTHING_TO_RESTORE(Kind.CONFLICT, "consent.nothing-to-restore", "This history says no to all of it already."),
    NO_SUCH_KEY(Kind.ABSENT, "consent.no-such-key", "No erasure was ordered for this key."),
    ALREADY_DECEASED(Kind.CONFLICT, "consent.already-deceased", "The death was recorded already.");

    private final Kind kind;
    private final String code;
    private final String advice;

    ConsentRejection(Kind kind, String code, String advice) {
        this.kind = kind;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }
}
