package org.quitclaim.domain.notice;

import org.quitclaim.domain.Rejection;

/** Why an order to a notice is refused. */
public enum NoticeRejection implements Rejection {
    ALREADY_PUBLISHED(
            Kind.CONFLICT,
            "notice.already-published",
            "A published notice is immutable: publish a new version instead."),
    NOT_PUBLISHED(Kind.ABSENT, "notice.not-published", "Publish the notice first."),
    ALREADY_RETIRED(Kind.CONFLICT, "notice.already-retired", "This version is no longer offered already."),
    NO_TEXT(Kind.UNACCEPTABLE, "notice.no-text", "Give the text in at least one language."),
    LANGUAGE_TWICE(Kind.UNACCEPTABLE, "notice.language-twice", "Give each language once."),
    NO_PURPOSE(Kind.UNACCEPTABLE, "notice.no-purpose", "Name at least one purpose that the text explains."),
    INCOMPLETE(
            Kind.UNACCEPTABLE,
            "notice.incomplete",
            "Every language needs a section for each element of Art. 13: controller, purposes, data, recipients,"
                    + " retention, rights, withdrawal, complaint, transfers, automated logic.");

    private final Kind kind;
    private final String code;
    private final String advice;

    NoticeRejection(Kind kind, String code, String advice) {
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
