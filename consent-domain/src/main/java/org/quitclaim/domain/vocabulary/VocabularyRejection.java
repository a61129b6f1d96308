package org.quitclaim.domain.vocabulary;

import org.quitclaim.domain.Rejection;

/** Why an order about the list of contexts is refused. */
public enum VocabularyRejection implements Rejection {
    NOT_BEGUN(Kind.CONFLICT, "vocabulary.not-begun", "The list of contexts begins at the first start."),
    BEGUN(Kind.CONFLICT, "vocabulary.begun", "The list of contexts was begun already."),
    UNKNOWN(
            Kind.ABSENT,
            "vocabulary.unknown-context",
            "No context has this code: GET /api/contexts lists what there is. A code is never made up: a new context is"
                    + " added by its words and gets a number."),
    LISTED(Kind.CONFLICT, "vocabulary.listed", "This context is on the list already."),
    NOT_LISTED(Kind.CONFLICT, "vocabulary.not-listed", "This context was retired; take it up again first."),
    STRUCK(
            Kind.CONFLICT,
            "vocabulary.struck",
            "The words of this context were destroyed, so that nobody knows what it means. Add a new one."),
    NO_OWN_WORDS(
            Kind.CONFLICT,
            "vocabulary.no-own-words",
            "The words of this context came with Quitclaim and cannot be struck; retire it."),
    WORDS_UNUSABLE(
            Kind.UNACCEPTABLE,
            "vocabulary.words-unusable",
            "Call a context in a few words (60 letters), beginning with a capital letter, without quotation marks, an"
                    + " address or more than four digits. It is about a subject, never about a person: no names."),
    WORDS_TAKEN(
            Kind.CONFLICT,
            "vocabulary.words-taken",
            "Another context is called so, in English or in Dutch; whoever signs could not tell them apart."),
    STALE(
            Kind.CONFLICT,
            "vocabulary.stale",
            "Somebody else added a context a moment ago. Look at the list and try again."),
    GENERAL_STAYS(
            Kind.CONFLICT,
            "vocabulary.general-stays",
            "\"general\" is a use without a subject of its own: it is neither retired nor sensitive."),
    SENSITIVE(Kind.CONFLICT, "vocabulary.sensitive", "This context is marked as sensitive already."),
    NOT_SENSITIVE(Kind.CONFLICT, "vocabulary.not-sensitive", "This context is not marked as sensitive."),
    NO_UNMARKING_ASKED(
            Kind.CONFLICT,
            "vocabulary.no-unmarking-asked",
            "Nobody asked for this, or the 24 hours for it are over; ask again."),
    SAME_PERSON(Kind.CONFLICT, "vocabulary.same-person", "Somebody else has to agree than who asked for it."),
    SAME_WORD(
            Kind.CONFLICT,
            "vocabulary.same-word",
            "One of the two accounts was made by the other alone: somebody whose account two people made has to agree.");

    private final Kind kind;
    private final String code;
    private final String advice;

    VocabularyRejection(Kind kind, String code, String advice) {
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
