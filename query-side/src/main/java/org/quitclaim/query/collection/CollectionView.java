package org.quitclaim.query.collection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.recognition.RecognitionPolicy;

/** A collection as queries show it; no name. */
record CollectionView(
        CollectionId collectionId,
        ZoneId zone,
        UseContext context,
        RecognitionPolicy recognitionPolicy,
        Set<PersonId> participants,
        int participantsVersion,
        Instant openedAt) {
    static CollectionView of(CollectionDocument document) {
        return new CollectionView(
                document.collection().id(),
                document.collection().zone(),
                document.collection().context(),
                document.collection().policy(),
                document.collection().participants(),
                document.collection().participantsVersion(),
                document.openedAt());
    }
}
