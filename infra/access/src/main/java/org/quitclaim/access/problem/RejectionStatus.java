package org.quitclaim.access.problem;

import java.util.Set;
import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpStatus;

/**
 * Which HTTP status a refusal has.
 *
 * <p>The rule: what does not exist is 404 (the last word of the code is {@code unknown} or begins with {@code unknown-});
 * what the sender can mend by changing the request alone is 422; whatever depends on the state of things is 409. The two
 * sets list what the code's words do not tell.
 */
public final class RejectionStatus {
    /** Mended by changing the request. */
    static final Set<String> UNACCEPTABLE = Set.of(
            "consent.nothing-asked",
            "consent.no-notice-text",
            "consent.unknown-language",
            "consent.term-in-the-past",
            "consent.term-too-long",
            "consent.hold-too-long",
            "consent.justification-needed",
            "consent.missing-choice",
            "consent.unknown-question",
            "consent.confirmation-needed",
            "consent.link-is-the-persons",
            "consent.paper-is-simple",
            "consent.representative-needed",
            "consent.both-parents-needed",
            "consent.other-purpose",
            "consent.nothing-named",
            "consent.narrower-renewal",
            "breach.discovered-too-long-ago",
            "erasure.extension-too-long",
            "governance.dpia-in-the-future",
            "governance.dpia-review-date",
            "notice.no-text",
            "notice.language-twice",
            "notice.no-purpose",
            "notice.incomplete",
            "photo.nothing-attested",
            "photo.nothing-covered",
            "publication.no-reason",
            "rights.other-concern",
            "rights.other-outcome",
            "rights.other-reason");

    /** Not there, though the code uses another word. */
    static final Set<String> ABSENT =
            Set.of("notice.not-published", "consent.no-such-key", "photo.no-such-release", "link.revoked");

    private RejectionStatus() {}

    public static HttpStatus of(Rejection rejection) {
        if (rejection instanceof EdgeRejection edge) {
            return edge.status();
        }
        String code = rejection.code();
        if (UNACCEPTABLE.contains(code)) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        return ABSENT.contains(code) || saysUnknown(code) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    }

    private static boolean saysUnknown(String code) {
        String word = code.substring(code.lastIndexOf('.') + 1);
        return word.equals("unknown") || word.startsWith("unknown-");
    }
}
