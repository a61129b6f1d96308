package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.DisputeRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.SettleRepresentation;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.SignedBy;

/** Who may sign for whom. */
final class RepresentationRules {
    private RepresentationRules() {}

    static Decision<ConsentEvent> add(Known person, AddRepresentative command, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.PERSON_ERASED);
        }
        return person.representatives().containsKey(command.representative().id())
                ? Decision.reject(ConsentRejection.REPRESENTATIVE_EXISTS)
                : Decision.accept(new ConsentEvent.RepresentativeAdded(person.id(), command.representative(), at));
    }

    static Decision<ConsentEvent> dispute(Known person, DisputeRepresentation command, Instant at) {
        Representative known = person.representatives().get(command.representative());
        if (known == null) {
            return Decision.reject(ConsentRejection.UNKNOWN_REPRESENTATIVE);
        }
        return known.disputed()
                ? Decision.reject(ConsentRejection.REPRESENTATION_DISPUTED)
                : Decision.accept(
                        new ConsentEvent.RepresentationDisputed(person.id(), known.id(), person.revocations() + 1, at));
    }

    static Decision<ConsentEvent> settle(Known person, SettleRepresentation command, Instant at) {
        Representative known = person.representatives().get(command.representative());
        return known != null && known.disputed()
                ? Decision.accept(new ConsentEvent.RepresentationSettled(person.id(), known.id(), at))
                : Decision.reject(ConsentRejection.NOT_DISPUTED);
    }

    /** What stands in the way of relying on a signature. Source: GDPR Art. 8; R13, R16. */
    static Optional<ConsentRejection> obstacle(Known person, Signature signature, boolean bothParents) {
        if (person.representatives().values().stream().anyMatch(Representative::disputed)) {
            return Optional.of(ConsentRejection.REPRESENTATION_DISPUTED);
        }
        if (signature.by() == SignedBy.PERSON) {
            return person.ageGroup() == AgeGroup.MINOR
                    ? Optional.of(ConsentRejection.REPRESENTATIVE_NEEDED)
                    : Optional.empty();
        }
        List<Representative> signing = signature.representatives().stream()
                .flatMap(id -> Stream.ofNullable(person.representatives().get(id)))
                .toList();
        if (signing.size() < signature.representatives().size()) {
            return Optional.of(ConsentRejection.UNKNOWN_REPRESENTATIVE);
        }
        if (!signing.stream().allMatch(Representative::verified)) {
            return Optional.of(ConsentRejection.UNVERIFIED_REPRESENTATIVE);
        }
        return bothParents && !enough(signing) ? Optional.of(ConsentRejection.BOTH_PARENTS_NEEDED) : Optional.empty();
    }

    private static boolean enough(List<Representative> signing) {
        return signing.size() > 1 || signing.stream().anyMatch(Representative::mayAlone);
    }
}
