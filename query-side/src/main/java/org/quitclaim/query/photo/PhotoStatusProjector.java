package org.quitclaim.query.photo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.query.projection.Change;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Projection;
import org.quitclaim.query.projection.Recorded;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Joins photos, persons and collections into the status of every version.
 *
 * <p><b>Guarantees:</b> after a batch every status takes every event up to its end into account. Photos are written
 * before the persons and collections whose change they follow: a crash in between finds the person still unchanged and
 * follows again. It keeps persons and collections of its own, at its own position; those of other projections may be
 * ahead or behind.
 */
final class PhotoStatusProjector implements Projection {
    static final String NAME = "photo-status";

    /** What leaves every status as it is; there are some of these per use, and a photo may have many uses. */
    private static final Set<Class<?>> OF_NO_CONSEQUENCE = Set.of(
            ConsentEvent.MatchAccepted.class,
            ConsentEvent.UseAuthorised.class,
            ConsentEvent.UseReleased.class,
            PhotoEvent.LookedUncovered.class,
            PhotoEvent.FileWordsKept.class,
            PhotoEvent.ReleaseAuthorised.class,
            PhotoEvent.ReleaseEnded.class,
            PhotoEvent.ReleasesRegated.class);

    private final DocumentCollection<PhotoDocument> photos;
    private final DocumentCollection<StatusPerson> persons;
    private final DocumentCollection<StatusCollection> collections;
    private final StatusTimeline timeline;

    PhotoStatusProjector(MongoDatabase database, Territory home, Clock clock) {
        this.photos = new DocumentCollection<>(database, PhotoDocument.class, clock);
        this.persons = new DocumentCollection<>(database, StatusPerson.class);
        this.collections = new DocumentCollection<>(database, StatusCollection.class);
        this.timeline = new StatusTimeline(home);
    }

    StatusTimeline timeline() {
        return timeline;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** 2: a photo that was removed tells nobody who was on it. */
    @Override
    public int revision() {
        return 2;
    }

    @Override
    public boolean joinsStreams() {
        return true;
    }

    @Override
    public boolean wants(Class<?> event) {
        return !OF_NO_CONSEQUENCE.contains(event)
                && (PhotoEvent.class.isAssignableFrom(event)
                        || CollectionEvent.class.isAssignableFrom(event)
                        || ConsentEvent.class.isAssignableFrom(event));
    }

    @Override
    public List<Change> apply(List<Recorded> batch) {
        long upTo = batch.getLast().position();
        var changedPersons = StatusBatch.fold(persons, of(batch, ConsentEvent.class), Folds::person);
        var changedCollections = StatusBatch.fold(collections, of(batch, CollectionEvent.class), Folds::collection);
        var changedPhotos = StatusBatch.fold(photos, of(batch, PhotoEvent.class), Folds::photo);
        StatusSources sources =
                new StatusSources(persons, changedPersons.after(), collections, changedCollections.after());

        Set<String> done = new LinkedHashSet<>();
        write(changedPhotos.after().values(), sources, upTo, done);
        for (String person : withNewOutlook(changedPersons)) {
            photos.idsWhere(Criteria.where(PhotoDocument.PERSONS).is(person), ids -> follow(ids, sources, upTo, done));
        }
        for (String collection : changedCollections.after().keySet()) {
            if (!changedCollections.before().containsKey(collection)) {
                photos.idsWhere(
                        Criteria.where(PhotoDocument.COLLECTION).is(collection),
                        ids -> follow(ids, sources, upTo, done));
            }
        }
        persons.write(changedPersons.after().values());
        collections.write(changedCollections.after().values());
        return done.stream().map(id -> new Change(PhotoDocument.KIND, id)).toList();
    }

    private static List<Recorded> of(List<Recorded> batch, Class<?> family) {
        return batch.stream().filter(one -> family.isInstance(one.event())).toList();
    }

    private static List<String> withNewOutlook(StatusBatch<StatusPerson> changed) {
        List<String> different = new ArrayList<>();
        changed.after().forEach((id, after) -> {
            StatusPerson before = changed.before().get(id);
            if (before == null
                    || !before.person().outlook().equals(after.person().outlook())) {
                different.add(id);
            }
        });
        return different;
    }

    private void follow(List<String> ids, StatusSources sources, long upTo, Set<String> done) {
        List<String> left = ids.stream().filter(id -> !done.contains(id)).toList();
        write(photos.load(left).values(), sources, upTo, done);
    }

    private void write(Collection<PhotoDocument> some, StatusSources sources, long upTo, Set<String> done) {
        Map<PersonId, Outlook> outlooks =
                sources.outlooks(some.stream().flatMap(PhotoDocument::sighted).toList());
        Map<String, UseContext> contexts = sources.contexts(
                some.stream().map(one -> one.photo().collection().value()).toList());
        Map<String, PhotoDocument> changed = new LinkedHashMap<>();
        for (PhotoDocument one : some) {
            Set<UseContext> asked = new TreeSet<>(Set.of(UseContext.GENERAL));
            Optional.ofNullable(contexts.get(one.photo().collection().value())).ifPresent(asked::add);
            changed.put(
                    one.documentId(),
                    one.with(
                            timeline.of(one.photo(), asked, person -> Optional.ofNullable(outlooks.get(person))),
                            upTo));
        }
        photos.write(changed.values());
        done.addAll(changed.keySet());
    }

    @Override
    public List<DocumentCollection<?>> documents() {
        return List.of(photos, persons, collections);
    }

    DocumentCollection<PhotoDocument> photos() {
        return photos;
    }
}
