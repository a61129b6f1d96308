package org.quitclaim.domain.notice;

import org.quitclaim.domain.Rejection;

/** Why an order to a notice is refused. */
public enum NoticeRejection implements Rejection {
    ALREADY_PUBLISHED("notice.already-published", "A published notice is immutable: publish a new version instead."),
    NOT_PUBLISHED("notice.not-published", "Publish the notice first."),
    ALREADY_RETIRED("notice.already-retired", "This version is no longer offered already."),
    NO_TEXT("notice.no-text", "Give the text in at least one language."),
    LANGUAGE_TWICE("notice.language-twice", "Give each language once."),
    NO_PURPOSE("notice.no-purpose", "Name at least one purpose that the text explains."),
    INCOMPLETE(
            "notice.incomplete",
            "Every language needs a section for each element of Art. 13: controller, purposes, data, recipients,"
                    + " retention, rights, withdrawal, complaint, transfers, automated logic.");

    private final String code;
    private final String advice;

    NoticeRejection(String code, String advice) {
        this.code = code;
        this.advice = advice;
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
