package org.quitclaim.domain.governance;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quitclaim.domain.vault.AccountId;

/** What holds for the installation. */
public sealed interface GovernanceState {
    record Unfounded() implements GovernanceState {}

    /**
     * Recognition is off until an approved DPIA is on record. Source: GDPR Art. 35.
     *
     * @param horizons every declaration of how long images of the machine are kept, the earliest first
     * @param twoPeople every declaration of whether accounts take two people, the earliest first; with none they do
     */
    record Founded(
            InstallationId id,
            boolean dpiaRecorded,
            Rotation rotation,
            List<Horizon> horizons,
            List<TwoPeopleRule> twoPeople)
            implements GovernanceState {
        public Founded {
            horizons = List.copyOf(horizons);
            twoPeople = List.copyOf(twoPeople);
        }

        public Founded(InstallationId id, boolean dpiaRecorded) {
            this(id, dpiaRecorded, Rotation.NONE, List.of(), List.of());
        }

        /** Whether an account or a token that shows people takes two. */
        public boolean twoPeopleRequired() {
            return twoPeople.isEmpty() || twoPeople.getLast().required();
        }

        /**
         * The longest horizon in force at any time since then: an image that was made under a longer one is kept as long,
         * whatever was declared later. Empty if nothing was ever declared.
         */
        public OptionalInt longestHorizonSince(Instant then) {
            return IntStream.range(0, horizons.size())
                    .filter(i -> i + 1 == horizons.size()
                            || horizons.get(i + 1).since().isAfter(then))
                    .map(i -> horizons.get(i).days())
                    .max();
        }

        Founded dpia(boolean recorded) {
            return new Founded(id, recorded, rotation, horizons, twoPeople);
        }

        Founded rotation(Rotation next) {
            return new Founded(id, dpiaRecorded, next, horizons, twoPeople);
        }

        Founded horizon(Horizon next) {
            return new Founded(
                    id,
                    dpiaRecorded,
                    rotation,
                    Stream.concat(horizons.stream(), Stream.of(next)).toList(),
                    twoPeople);
        }

        Founded twoPeople(TwoPeopleRule next) {
            return new Founded(
                    id,
                    dpiaRecorded,
                    rotation,
                    horizons,
                    Stream.concat(twoPeople.stream(), Stream.of(next)).toList());
        }
    }

    /** That the organisation keeps images of the machine for so many days, as it said then. */
    record Horizon(int days, Instant since) {}

    /** Whether an account or a token that shows people takes two, as the organisation said then. */
    record TwoPeopleRule(boolean required, Instant since) {}

    /** Whether somebody asks for a rotation by hand. */
    sealed interface Rotation {
        record NotRequested() implements Rotation {}

        record Requested(AccountId by, Instant until) implements Rotation {}

        Rotation NONE = new NotRequested();
    }

    GovernanceState NONE = new Unfounded();
}
