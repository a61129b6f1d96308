package org.quitclaim.domain.collection;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** What a collection is. */
public sealed interface CollectionState {
    record Unopened() implements CollectionState {}

    /**
     * @param photographers who sees it and works in it without a role that sees every collection
     * @param lines the record of what released files say of their maker; none as long as nobody said it for this collection
     */
    record Open(
            CollectionId id,
            ZoneId zone,
            UseContext context,
            RecognitionPolicy policy,
            Set<PersonId> participants,
            int participantsVersion,
            Set<AccountId> photographers,
            List<RecordId> lines)
            implements CollectionState {
        public Open {
            participants = Collections.unmodifiableSet(new LinkedHashSet<>(participants));
            photographers = Collections.unmodifiableSet(new LinkedHashSet<>(photographers));
            lines = List.copyOf(lines);
        }

        Open under(RecognitionPolicy next) {
            return new Open(id, zone, context, next, participants, participantsVersion, photographers, lines);
        }

        Open with(Set<PersonId> next, int version) {
            return new Open(id, zone, context, policy, next, version, photographers, lines);
        }

        Open shotBy(Set<AccountId> next) {
            return new Open(id, zone, context, policy, participants, participantsVersion, next, lines);
        }

        Open saying(RecordId next) {
            return new Open(id, zone, context, policy, participants, participantsVersion, photographers, List.of(next));
        }
    }

    CollectionState NONE = new Unopened();
}
