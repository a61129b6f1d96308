package org.quitclaim.query.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Reach;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.vault.AccountId;

/**
 * A collection as queries show it; no name.
 *
 * @param context its subject; absent for photographers, because it says something of everybody who takes part
 * @param photographers absent for photographers, who need not know of each other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionView(
        CollectionId collectionId,
        ZoneId zone,
        @Nullable UseContext context,
        RecognitionPolicy recognitionPolicy,
        Set<PersonId> participants,
        int participantsVersion,
        @Nullable Set<AccountId> photographers,
        Instant openedAt) {
    static CollectionView of(CollectionDocument document, Reach reach) {
        boolean all = reach instanceof Reach.Everything;
        return new CollectionView(
                document.collection().id(),
                document.collection().zone(),
                all ? document.collection().context() : null,
                document.collection().policy(),
                document.collection().participants(),
                document.collection().participantsVersion(),
                all ? document.collection().photographers() : null,
                document.openedAt());
    }
}
