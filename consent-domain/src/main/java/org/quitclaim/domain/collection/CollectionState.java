package org.quitclaim.domain.collection;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.recognition.RecognitionPolicy;

/** What a collection is. */
public sealed interface CollectionState {
    record Unopened() implements CollectionState {}

    record Open(
            CollectionId id,
            ZoneId zone,
            UseContext context,
            RecognitionPolicy policy,
            Set<PersonId> participants,
            int participantsVersion)
            implements CollectionState {
        public Open {
            participants = Collections.unmodifiableSet(new LinkedHashSet<>(participants));
        }
    }

    CollectionState NONE = new Unopened();
}
