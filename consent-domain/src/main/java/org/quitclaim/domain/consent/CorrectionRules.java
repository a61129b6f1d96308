package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.CorrectIdentity;
import org.quitclaim.domain.consent.ConsentCommand.CorrectRepresentative;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/**
 * What is written about a person, or about who signs for them, turns out to be wrong.
 *
 * <p><b>Guarantees:</b> a correction replaces exactly the record that its author read; nothing is written about somebody
 * who is erased, nothing is replaced that a claim holds, and while data stands still only what the person asks for is done.
 *
 * <p><b>Source:</b> GDPR Art. 16, 5(1)(d), 18(2).
 */
final class CorrectionRules {
    private CorrectionRules() {}

    static Decision<ConsentEvent> identity(Known person, CorrectIdentity c, Instant at) {
        return obstacle(person, KeyScope.IDENTITY, person.identity(), c.former(), c.request(), at)
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(
                        new ConsentEvent.IdentityCorrected(person.id(), c.identity(), c.former(), c.request(), at)));
    }

    static Decision<ConsentEvent> representative(Known person, CorrectRepresentative c, Instant at) {
        Representative known = person.representatives().get(c.representative());
        if (known == null) {
            return Decision.reject(ConsentRejection.UNKNOWN_REPRESENTATIVE);
        }
        return obstacle(person, KeyScope.EVIDENCE, known.authority(), c.former(), c.request(), at)
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new ConsentEvent.RepresentativeCorrected(
                        person.id(), known.id(), c.authority(), c.former(), c.request(), at)));
    }

    private static Optional<ConsentRejection> obstacle(
            Known person,
            KeyScope element,
            RecordId current,
            RecordId read,
            List<RightsRequestId> request,
            Instant at) {
        if (person.erasureRequested() || person.retention().ordered().contains(element)) {
            return Optional.of(ConsentRejection.PERSON_ERASED);
        }
        if (!current.equals(read)) {
            return Optional.of(ConsentRejection.DETAILS_CHANGED);
        }
        if (person.retention().holds(element, at)) {
            return Optional.of(ConsentRejection.DETAILS_HELD);
        }
        return person.restricted() && request.isEmpty()
                ? Optional.of(ConsentRejection.CORRECTION_NOT_ASKED)
                : Optional.empty();
    }
}
