package org.quitclaim.domain.consent;

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
     * @param recognition the current key generation of the faceprint and whether it lives
     */
    record Known(
            PersonId id,
            Personalia personalia,
            Obstacles obstacles,
            Representation representation,
            Choices choices,
            RecognitionKey recognition,
            Retention retention,
            RevocationCount counted)
            implements ConsentState {
        static Known registered(ConsentEvent.PersonRegistered event) {
            return new Known(
                    event.person(),
                    new Personalia(new Circumstances(event.capacity(), event.ageGroup()), List.of(), event.identity()),
                    Obstacles.NONE,
                    Representation.NONE,
                    Choices.NONE,
                    RecognitionKey.NONE,
                    Retention.NONE,
                    RevocationCount.NONE);
        }

        public Circumstances circumstances() {
            return personalia.circumstances();
        }

        public Capacity capacity() {
            return circumstances().capacity();
        }

        public AgeGroup ageGroup() {
            return circumstances().ageGroup();
        }

        public List<Lowering> lowering() {
            return personalia.lowering();
        }

        public RecordId identity() {
            return personalia.identity();
        }

        public boolean restricted() {
            return obstacles.restricted();
        }

        public Safeguarding safeguarding() {
            return obstacles.safeguarding();
        }

        /** Restricted at the person's own wish, or held for safety: whoever is no officer must not know which. */
        public boolean standsStill() {
            return restricted() || safeguarding().stands();
        }

        /** As it looks to whoever must not learn that the person is held for safety. */
        public Known withoutSafeguarding() {
            return with(obstacles.with(Safeguarding.NONE));
        }

        public boolean deceased() {
            return obstacles.deceased();
        }

        public boolean erasureRequested() {
            return obstacles.erased();
        }

        public Map<RepresentativeId, Representative> representatives() {
            return representation.all();
        }

        public Map<QuitclaimId, Offer> offers() {
            return choices.offers();
        }

        public Map<GrantId, Grant> grants() {
            return choices.grants();
        }

        public int revocations() {
            return counted.ordered();
        }

        public int followedUp() {
            return counted.followedUp();
        }

        /** Whether it stands, and counts for nothing until a second employee has seen her. */
        public boolean waits(Grant grant) {
            return grant.status().authorises() && isUnconfirmed(grant);
        }

        /** Whether nobody has confirmed it who would have had to, whatever became of it. */
        boolean isUnconfirmed(Grant grant) {
            return !choices.confirmed().contains(grant.id())
                    && SecondLookRules.needed(capacity(), grant.terms(), grant.signature());
        }

        /** Whether a yes to recognition would be the first that counts, and brings a key of its own. */
        public boolean takesRecognition() {
            return recognition.phase() != RecognitionKey.Phase.ACTIVE
                    || grants().values().stream()
                            .filter(grant -> grant.terms().purpose() == Purpose.RECOGNITION
                                    && grant.status().authorises())
                            .allMatch(this::waits);
        }

        private Grant asItCounts(Grant grant) {
            return waits(grant) ? grant.withStatus(ConsentStatus.UNCONFIRMED) : grant;
        }

        /** The rule that says what these consents amount to. */
        public Outlook outlook() {
            return new Outlook(
                    standing(),
                    grants().values().stream().map(this::asItCounts).toList(),
                    offers().values().stream().flatMap(Offer::refused).toList());
        }

        private Outlook.Standing standing() {
            if (erasureRequested()) {
                return Outlook.Standing.ERASED;
            }
            if (deceased()) {
                return Outlook.Standing.DECEASED;
            }
            if (standsStill()) {
                return Outlook.Standing.RESTRICTED;
            }
            return representation.isDisputed() ? Outlook.Standing.REPRESENTATION_DISPUTED : Outlook.Standing.NORMAL;
        }

        Known with(Personalia next) {
            return new Known(id, next, obstacles, representation, choices, recognition, retention, counted);
        }

        Known with(Obstacles next) {
            return new Known(id, personalia, next, representation, choices, recognition, retention, counted);
        }

        Known with(Representation next) {
            return new Known(id, personalia, obstacles, next, choices, recognition, retention, counted);
        }

        Known with(Choices next) {
            return new Known(id, personalia, obstacles, representation, next, recognition, retention, counted);
        }

        Known with(RecognitionKey next) {
            return new Known(id, personalia, obstacles, representation, choices, next, retention, counted);
        }

        Known with(Retention next) {
            return new Known(id, personalia, obstacles, representation, choices, recognition, next, counted);
        }

        Known with(RevocationCount next) {
            return new Known(id, personalia, obstacles, representation, choices, recognition, retention, next);
        }

        Known revokedBy(int revocation) {
            return with(counted.with(revocation));
        }
    }

    ConsentState NONE = new Unknown();
}
