package org.quitclaim.command.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What becomes of one element of somebody who is erased.
 *
 * @param reason why it is kept, by a stable code; absent when it goes
 * @param until when it goes after all; absent when it goes now, or when its own clock decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasedElement(
        KeyScope element,
        boolean goes,
        @Nullable String reason,
        @Nullable Instant until) {
    private static final String UNREAD = "erasure.once-history-readable";

    /** Every element, so that the answer to the person can say so. Source: GDPR Art. 17(3); R53. */
    public static List<ErasedElement> of(Known person, Instant now) {
        return List.of(
                new ErasedElement(KeyScope.RECOGNITION, true, null, null),
                of(person, KeyScope.IDENTITY, now),
                of(person, KeyScope.EVIDENCE, now));
    }

    /** Of somebody whose history cannot be read: nobody knows yet what a claim keeps. */
    static List<ErasedElement> unread(boolean evidence) {
        return List.of(
                new ErasedElement(KeyScope.RECOGNITION, false, UNREAD, null),
                new ErasedElement(KeyScope.IDENTITY, false, UNREAD, null),
                new ErasedElement(KeyScope.EVIDENCE, false, evidence ? UNREAD : "erasure.kept-as-proof", null));
    }

    private static ErasedElement of(Known person, KeyScope element, Instant now) {
        if (person.retention().holds(element, now)) {
            return new ErasedElement(
                    element,
                    false,
                    "erasure.kept-for-a-claim",
                    person.retention().holds().get(element));
        }
        return person.retention().ordered().contains(element)
                ? new ErasedElement(element, true, null, null)
                : new ErasedElement(element, false, "erasure.kept-as-proof", null);
    }
}
