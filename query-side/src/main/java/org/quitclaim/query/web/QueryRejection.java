package org.quitclaim.query.web;

import java.time.Duration;
import org.quitclaim.access.problem.EdgeRejection;
import org.springframework.http.HttpStatus;

/** Why a query is not answered. */
public enum QueryRejection implements EdgeRejection {
    NOT_YET_THERE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "query.not-yet-there",
            "What you asked to see is still being worked in; ask again in a moment.",
            Duration.ofSeconds(1)),
    MALFORMED_POSITION(
            HttpStatus.BAD_REQUEST,
            "query.malformed-position",
            "Send the value of the header Quitclaim-Position of an earlier answer, or leave Quitclaim-At-Least out.",
            Duration.ZERO),
    MALFORMED_CURSOR(
            HttpStatus.BAD_REQUEST,
            "query.malformed-cursor",
            "Use the cursor that the last answer gave under next, unchanged, or none.",
            Duration.ZERO),
    TOO_MANY(HttpStatus.UNPROCESSABLE_CONTENT, "query.too-many", "Ask for 1 to 200 at once.", Duration.ZERO),
    NO_SUBJECTS(
            HttpStatus.FORBIDDEN,
            "query.no-subjects",
            "Leave context out: for which subjects somebody consented is not shown to photographers.",
            Duration.ZERO),
    SUBJECT_OF_ANOTHER_SHOOT(
            HttpStatus.FORBIDDEN,
            "query.subject-of-another-shoot",
            "This subject may tell something of the people who agreed to it, so it is answered for photos of a shoot"
                    + " of that subject only. Choose such a shoot, leave the subject out, or ask for the publication: that"
                    + " is recorded, and answered.",
            Duration.ZERO),
    NO_CERTIFICATE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "certificate.unreadable",
            "Send the file of the certificate, PDF or JSON, in base64.",
            Duration.ZERO),
    TOO_MANY_WATCHERS(
            HttpStatus.SERVICE_UNAVAILABLE,
            "query.too-many-watchers",
            "Too many pages are following live; this one can be loaded again instead.",
            Duration.ofSeconds(30)),
    SCREENS_NO_ROOM(
            HttpStatus.SERVICE_UNAVAILABLE,
            "screens.disk-full",
            "The screens cannot be shown, because the disk of this server is full. Nothing that was recorded is lost,"
                    + " and withdrawals, objections, erasures and refusals are still recorded. Whoever runs the system has"
                    + " to make room on the disk; the screens then come back by themselves.",
            Duration.ZERO),
    SCREENS_NO_FILES(
            HttpStatus.SERVICE_UNAVAILABLE,
            "screens.file-handles-short",
            "The screens cannot be shown, because this server has as many files open as the system allows it. Nothing"
                    + " that was recorded is lost, and withdrawals are still recorded. Whoever runs the system has to"
                    + " allow more open files (ulimit -n, LimitNOFILE).",
            Duration.ZERO),
    SCREENS_AWAY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "screens.unavailable",
            "The screens cannot be shown at the moment, because their database does not answer. Nothing that was"
                    + " recorded is lost, and everything that somebody says is still recorded; ask again in a moment. If"
                    + " it stays so, give the incident number to whoever runs the system.",
            Duration.ofSeconds(5));

    private final HttpStatus status;
    private final String code;
    private final String advice;
    private final Duration retryAfter;

    QueryRejection(HttpStatus status, String code, String advice, Duration retryAfter) {
        this.status = status;
        this.code = code;
        this.advice = advice;
        this.retryAfter = retryAfter;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean isIncident() {
        return this == SCREENS_AWAY;
    }
}
