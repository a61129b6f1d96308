package org.quitclaim.domain.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** How far an erasure is. */
public sealed interface ErasureState {
    record Unopened() implements ErasureState {}

    /**
     * Work to do.
     *
     * @param work what the case is about, by when, and whether that was extended
     * @param required every step that the case needs
     * @param parked steps that wait for a person, and why
     * @param alarms sounded for the due date as it stands
     * @param heldUntil the holds that were noted, the latest last
     * @param lookedFor the sealed list of what the search looks for
     */
    record Open(
            Work work,
            Set<ErasureStep> required,
            Set<ErasureStep> done,
            Map<ErasureStep, Parked> parked,
            Set<DueAlarm> alarms,
            List<Instant> heldUntil,
            List<RecordId> lookedFor)
            implements ErasureState {
        public Open {
            required = Ordered.set(required);
            done = Ordered.set(done);
            parked = Collections.unmodifiableMap(new TreeMap<>(parked));
            alarms = Ordered.set(alarms);
            heldUntil = List.copyOf(heldUntil);
            lookedFor = List.copyOf(lookedFor);
        }

        static Open begun(Work work, Set<ErasureStep> required) {
            return new Open(work, required, Set.of(), Map.of(), Set.of(), List.of(), List.of());
        }

        /** What is still to be done before the case can be closed, in order. */
        public Set<ErasureStep> todo() {
            Set<ErasureStep> left = outstanding();
            left.removeIf(ErasureStep::followsClosing);
            return left;
        }

        /** Whether nothing was written down yet by which the search will know what is still to be destroyed. */
        public boolean isWithoutList() {
            return lookedFor.isEmpty() && todo().contains(ErasureStep.KEY_DESTROYED);
        }

        Set<ErasureStep> outstanding() {
            Set<ErasureStep> left = new TreeSet<>(required);
            left.removeAll(done);
            return left;
        }

        Open planned(Set<ErasureStep> steps, List<RecordId> sought) {
            return new Open(work, steps, done, parked, alarms, heldUntil, sought);
        }

        Open with(ErasureStep step) {
            Set<ErasureStep> more = new TreeSet<>(done);
            more.add(step);
            return new Open(work, required, more, without(step), alarms, heldUntil, lookedFor);
        }

        Open parked(ErasureStep step, Parked why) {
            Map<ErasureStep, Parked> more = new TreeMap<>(parked);
            more.put(step, why);
            return new Open(work, required, done, more, alarms, heldUntil, lookedFor);
        }

        Open retried(ErasureStep step) {
            return new Open(work, required, done, without(step), alarms, heldUntil, lookedFor);
        }

        /** A new date is alarmed about anew. */
        Open dueOn(LocalDate day) {
            return new Open(work.dueOn(day), required, done, parked, Set.of(), heldUntil, lookedFor);
        }

        Open sounded(DueAlarm alarm) {
            Set<DueAlarm> more = new TreeSet<>(alarms);
            more.add(alarm);
            return new Open(work, required, done, parked, more, heldUntil, lookedFor);
        }

        Open held(Instant until) {
            List<Instant> more =
                    Stream.concat(heldUntil.stream(), Stream.of(until)).toList();
            return new Open(work, required, done, parked, alarms, more, lookedFor);
        }

        private Map<ErasureStep, Parked> without(ErasureStep step) {
            Map<ErasureStep, Parked> less = new TreeMap<>(parked);
            less.remove(step);
            return less;
        }
    }

    /** What a case is about. */
    record Work(
            ErasureCaseId id, PersonId person, KeyScope scope, int keyGeneration, LocalDate dueOn, boolean extended) {
        Work dueOn(LocalDate day) {
            return new Work(id, person, scope, keyGeneration, day, true);
        }
    }

    /**
     * Done in live systems.
     *
     * @param awaited the steps that copies outside live systems still wait for
     */
    record Closed(ErasureCaseId id, Set<ErasureStep> awaited) implements ErasureState {
        public Closed {
            awaited = Ordered.set(awaited);
        }

        Closed without(ErasureStep step) {
            Set<ErasureStep> less = new TreeSet<>(awaited);
            less.remove(step);
            return new Closed(id, less);
        }
    }

    ErasureState NONE = new Unopened();
}
