package org.quitclaim.domain.erasure;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.KeyScope;

/** How far an erasure is. */
public sealed interface ErasureState {
    record Unopened() implements ErasureState {}

    record Open(
            ErasureCaseId id,
            PersonId person,
            KeyScope scope,
            int keyGeneration,
            LocalDate dueOn,
            boolean extended,
            Set<ErasureStep> done)
            implements ErasureState {
        public Open {
            done = Ordered.set(done);
        }

        /** What is still to be done, in order. */
        public Set<ErasureStep> todo() {
            Set<ErasureStep> left = new TreeSet<>(ErasureStep.requiredFor(scope));
            left.removeAll(done);
            return left;
        }
    }

    record Closed(ErasureCaseId id) implements ErasureState {}

    ErasureState NONE = new Unopened();
}
