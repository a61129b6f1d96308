package org.quitclaim.domain.consent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.RecordId;

/** What is known of a person's consents. */
public sealed interface ConsentState {
    record Unknown() implements ConsentState {}

    /**
     * A registered person. Holds grants and offers only: uses grow without bound and are found by folding the stream.
     *
     * @param lowering a correction that waits for a second officer; at most one
     * @param recognition the current key generation of the faceprint and whether it lives
     * @param revocations how many revoking events there were, @param followedUp how many of them were dealt with
     */
    record Known(
            PersonId id,
            Capacity capacity,
            AgeGroup ageGroup,
            List<Lowering> lowering,
            RecordId identity,
            boolean restricted,
            boolean deceased,
            boolean erasureRequested,
            Map<RepresentativeId, Representative> representatives,
            Map<QuitclaimId, Offer> offers,
            Map<GrantId, Grant> grants,
            RecognitionKey recognition,
            Retention retention,
            int revocations,
            int followedUp)
            implements ConsentState {
        public Known {
            lowering = List.copyOf(lowering);
            representatives = Collections.unmodifiableMap(new LinkedHashMap<>(representatives));
            offers = Collections.unmodifiableMap(new LinkedHashMap<>(offers));
            grants = Collections.unmodifiableMap(new LinkedHashMap<>(grants));
        }

        public Circumstances circumstances() {
            return new Circumstances(capacity, ageGroup);
        }

        /** The rule that says what these consents amount to. */
        public Outlook outlook() {
            return new Outlook(
                    standing(),
                    List.copyOf(grants.values()),
                    offers.values().stream().flatMap(Offer::refused).toList());
        }

        private Outlook.Standing standing() {
            if (erasureRequested) {
                return Outlook.Standing.ERASED;
            }
            if (deceased) {
                return Outlook.Standing.DECEASED;
            }
            if (restricted) {
                return Outlook.Standing.RESTRICTED;
            }
            return representatives.values().stream().anyMatch(Representative::disputed)
                    ? Outlook.Standing.REPRESENTATION_DISPUTED
                    : Outlook.Standing.NORMAL;
        }
    }

    ConsentState NONE = new Unknown();
}
