package org.quitclaim.domain.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.LedgerId;

/** What holds for the installation. */
public sealed interface GovernanceState {
    record Unfounded() implements GovernanceState {}

    /**
     * Recognition is off until an approved DPIA is on record and confirmed by a second officer. Source: GDPR Art. 35.
     *
     * @param doubts whether the history is whole
     * @param horizons every declaration of how long images of the machine are kept, the earliest first
     * @param twoPeople every declaration of whether what takes two people does, the earliest first; with none it does
     * @param restored how far the ledger was said again after the last restore
     * @param bulkUses who looked at many people on one day
     * @param paused what of the work in the background does not go on
     * @param twoOfficers when there were two officers for the first time, since the last gap in the access; empty before
     */
    record Founded(
            InstallationId id,
            Dpia dpia,
            Rotation rotation,
            List<Horizon> horizons,
            RestoredUpTo restored,
            Doubts doubts,
            List<TwoPeopleRule> twoPeople,
            BulkUses bulkUses,
            Paused paused,
            Optional<Instant> twoOfficers)
            implements GovernanceState {
        public Founded {
            horizons = List.copyOf(horizons);
            twoPeople = List.copyOf(twoPeople);
        }

        public Founded(InstallationId id) {
            this(
                    id,
                    Dpia.NONE,
                    Rotation.NONE,
                    List.of(),
                    RestoredUpTo.NOTHING,
                    Doubts.NONE,
                    List.of(),
                    BulkUses.NONE,
                    Paused.NOTHING,
                    Optional.empty());
        }

        /** Whether what takes two people does here: unless the organisation said that one is enough. */
        public boolean twoPeopleRequired() {
            return twoPeople.isEmpty() || twoPeople.getLast().required();
        }

        /**
         * Whether an administrator is still the only one who could make the first officers: never again once there were two,
         * whatever became of them, unless a restore lost who may be let in.
         */
        public boolean foundingStaff() {
            return twoOfficers
                    .filter(since ->
                            doubts.accessMissing().filter(since::isBefore).isEmpty())
                    .isEmpty();
        }

        /** Why these two are not the two people that this takes; empty if they are, or if one is enough. */
        Optional<Rejection> against(Voucher first, Voucher second, Rejection person, Rejection word) {
            return twoPeopleRequired() ? AgreementRules.between(first, second, person, word) : Optional.empty();
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

        Founded dpia(Dpia next) {
            return new Founded(
                    id, next, rotation, horizons, restored, doubts, twoPeople, bulkUses, paused, twoOfficers);
        }

        Founded rotation(Rotation next) {
            return new Founded(id, dpia, next, horizons, restored, doubts, twoPeople, bulkUses, paused, twoOfficers);
        }

        Founded horizon(Horizon next) {
            return new Founded(
                    id,
                    dpia,
                    rotation,
                    Stream.concat(horizons.stream(), Stream.of(next)).toList(),
                    restored,
                    doubts,
                    twoPeople,
                    bulkUses,
                    paused,
                    twoOfficers);
        }

        Founded doubts(Doubts next) {
            return new Founded(id, dpia, rotation, horizons, restored, next, twoPeople, bulkUses, paused, twoOfficers);
        }

        Founded restored(RestoredUpTo next) {
            return new Founded(id, dpia, rotation, horizons, next, doubts, twoPeople, bulkUses, paused, twoOfficers);
        }

        Founded twoPeople(TwoPeopleRule next) {
            return new Founded(
                    id,
                    dpia,
                    rotation,
                    horizons,
                    restored,
                    doubts,
                    Stream.concat(twoPeople.stream(), Stream.of(next)).toList(),
                    bulkUses,
                    paused,
                    twoOfficers);
        }

        public boolean searchPaused() {
            return paused.search();
        }

        public boolean reenrolmentPaused() {
            return paused.reenrolment();
        }

        Founded searchPaused(boolean next) {
            return paused(new Paused(next, paused.reenrolment()));
        }

        Founded reenrolmentPaused(boolean next) {
            return paused(new Paused(paused.search(), next));
        }

        private Founded paused(Paused next) {
            return new Founded(id, dpia, rotation, horizons, restored, doubts, twoPeople, bulkUses, next, twoOfficers);
        }

        Founded twoOfficers(Instant since) {
            return new Founded(
                    id, dpia, rotation, horizons, restored, doubts, twoPeople, bulkUses, paused, Optional.of(since));
        }

        Founded bulkUses(BulkUses next) {
            return new Founded(id, dpia, rotation, horizons, restored, doubts, twoPeople, next, paused, twoOfficers);
        }
    }

    /** Every no up to this line of this ledger is in the history. */
    record RestoredUpTo(Optional<LedgerId> ledger, long line) {
        public static final RestoredUpTo NOTHING = new RestoredUpTo(Optional.empty(), 0);

        public boolean reaches(LedgerId which, long number) {
            return ledger.filter(which::equals).isPresent() && number <= line;
        }
    }

    /** That the organisation keeps images of the machine for so many days, as it said then. */
    record Horizon(int days, Instant since) {}

    /** Whether what takes two people does, as the organisation said then. */
    record TwoPeopleRule(boolean required, Instant since) {}

    /**
     * What of the work in the background waits until somebody lets it go on.
     *
     * @param search photos are not looked at again, although the detector improved
     * @param reenrolment people are not enrolled anew, although another model pack is in force
     */
    record Paused(boolean search, boolean reenrolment) {
        static final Paused NOTHING = new Paused(false, false);
    }

    /** Whether somebody asks for a rotation by hand. */
    sealed interface Rotation {
        record NotRequested() implements Rotation {}

        record Requested(Voucher by, Instant until) implements Rotation {}

        Rotation NONE = new NotRequested();
    }

    GovernanceState NONE = new Unfounded();
}
