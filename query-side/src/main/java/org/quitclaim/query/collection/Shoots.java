package org.quitclaim.query.collection;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.access.Reach;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which collections somebody sees, and who takes part in them, as far as the read models have come.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Shoots {
    private final CollectionProjector projector;

    Shoots(CollectionProjector projector) {
        this.projector = projector;
    }

    public Set<CollectionId> of(Reach.OwnCollections own) {
        return projector
                .documents()
                .where(Criteria.where(CollectionDocument.PHOTOGRAPHERS)
                        .is(own.photographer().value()))
                .stream()
                .map(found -> found.collection().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean reaches(Reach reach, CollectionId id) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.OwnCollections own ->
                projector.documents().find(id.value()).stream()
                        .anyMatch(found -> found.collection().photographers().contains(own.photographer()));
        };
    }

    /** Whether it is a shoot of this subject. */
    public boolean isAbout(CollectionId id, UseContext subject) {
        return projector.documents().find(id.value()).stream()
                .anyMatch(found -> found.collection().context().equals(subject));
    }

    /** Everybody who takes part in one of these collections. */
    public Set<PersonId> participants(Reach.OwnCollections own) {
        return projector
                .documents()
                .where(Criteria.where(CollectionDocument.PHOTOGRAPHERS)
                        .is(own.photographer().value()))
                .stream()
                .flatMap(found -> found.collection().participants().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of these who take part in any collection. */
    public Set<PersonId> participating(Collection<PersonId> some) {
        return some.stream()
                .filter(person -> projector
                        .documents()
                        .any(Criteria.where(CollectionDocument.PARTICIPANTS).is(person.value())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
