package org.quitclaim.domain.link;

import org.quitclaim.domain.Rejection;

/** Why a link does not open something, or an order about one is refused. */
public enum LinkRejection implements Rejection {
    UNKNOWN(
            Kind.ABSENT,
            "link.unknown",
            "This link is not known here. Ask for a new one; whoever asked you can also write down what you take"
                    + " back."),
    REVOKED(
            Kind.ABSENT,
            "link.revoked",
            "The organisation ended this link, so it opens nothing any more. Ask the organisation for a new one. You"
                    + " can still take back what you allowed: with the new link, or by telling the organisation, which has"
                    + " to write it down at once."),
    SIGNING_LAPSED(
            Kind.CONFLICT,
            "link.signing-lapsed",
            "The time to answer with this link is over. Ask the organisation for a new link. Reading and taking back"
                    + " still work with this one."),
    SIGNING_PASSED_ON(
            Kind.CONFLICT,
            "link.signing-passed-on",
            "A newer link is in use, so answers come only from that one. Reading and taking back still work with this"
                    + " one. If the newer link is not yours, tell the organisation."),
    IN_DOUBT(
            Kind.CONFLICT,
            "link.in-doubt",
            "The organisation brought back an older state of its system, and cannot tell whether this link was ended"
                    + " since. So it shows nothing and answers yes to nothing. Taking back, saying no, objecting and"
                    + " asking to stop for now still work. Ask the organisation for a new link to read and to answer."),
    EXISTS(Kind.CONFLICT, "link.exists", "This link was issued already."),
    USED(Kind.CONFLICT, "link.used", "This link was used before."),
    SIGNING_OVER(Kind.CONFLICT, "link.signing-over", "This link signs nothing any more."),
    NOT_OVER(Kind.CONFLICT, "link.not-over", "The time to answer with this link is not over."),
    NOT_QUEUED(Kind.CONFLICT, "link.not-queued", "This link does not wait to be mailed any more."),
    NOT_TO_PRINT(
            Kind.CONFLICT,
            "link.not-to-print",
            "This link cannot be printed: it was mailed or waits to be, it was used, or its time to answer is over. If the"
                    + " person has no link that works, issue a new one."),
    CODE_UNKNOWN(
            Kind.CONFLICT,
            "link.code-unknown",
            "No code was asked for these answers with this link. Check the answers and ask for a code."),
    CODE_REPLACED(
            Kind.CONFLICT,
            "link.code-replaced",
            "A newer code was asked for with this link, and only that one counts. Type the newest, for the answers that"
                    + " it was asked for, or ask for another one."),
    CODE_USED(Kind.CONFLICT, "link.code-used", "This code was typed already and counts only once. Ask for a new one."),
    CODE_TRIES_OVER(
            Kind.CONFLICT,
            "link.code-tries-over",
            "A wrong code was typed five times, so this code signs nothing any more. Ask for a new one."),
    CODE_EXPIRED(
            Kind.CONFLICT,
            "link.code-expired",
            "The time of this code is over: it counts for a quarter of an hour. Ask for a new one."),
    CODES_TOO_MANY(
            Kind.CONFLICT,
            "link.codes-too-many",
            "Many codes were asked for with this link: at most 3 within an hour and 8 within a day. Wait, and ask again."
                    + " Saying no and taking back need no code.");

    private final Kind kind;
    private final String code;
    private final String advice;

    LinkRejection(Kind kind, String code, String advice) {
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
