package org.quitclaim.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.collection.CollectionEvent.CollectionOpened;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationEvent.PublicationCleared;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.vault.IdMint;

/**
 * A data folder with a history of the wanted size, written as events in one go: images and names would take days.
 *
 * <p><b>Shape</b>: 4 events per person (registered, offered, two grants), 8 per photo (registered, detected, five links by
 * hand, reviewed), and for every fifth photo a cleared publication of 8. 10,000 people and 100,000 photos make a million.
 *
 * <p><b>Thread-safety</b>: none.
 */
final class SeededState {
    private static final int FACES = 5;
    private static final int PHOTOS_PER_COLLECTION = 500;

    private final Path folder;
    private final int people;
    private final int photos;
    private boolean seeded;

    SeededState(Path folder, int people, int photos) {
        if (people < FACES) {
            throw new IllegalArgumentException("a photo shows " + FACES + " people");
        }
        this.folder = folder;
        this.people = people;
        this.photos = photos;
    }

    String size() {
        return "%,d people, %,d photos".formatted(people, photos);
    }

    /** The folder, filled when it is asked for the first time. */
    Path folder(Report report) throws InterruptedException {
        if (!seeded) {
            long start = System.nanoTime();
            try (Installation installation = Installation.openQuiet(folder)) {
                try (Streams streams = new Streams(installation)) {
                    fill(streams);
                }
                installation.awaitWorkIndex();
            }
            try (Installation installation = Installation.open(folder)) {
                installation.awaitReadModels();
                double seconds = (System.nanoTime() - start) / 1e9;
                report.line("state made", "%s, %,d events, in %.0f s", size(), installation.events(), seconds);
            }
            seeded = true;
        }
        return folder;
    }

    private void fill(Streams streams) {
        List<InventedPerson> all = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            InventedPerson person = InventedPerson.next();
            all.add(person);
            person.signed().forEach(event -> streams.append("consent", event));
        }
        CollectionId collection = collection(streams);
        for (int number = 0; number < photos; number++) {
            if (number % PHOTOS_PER_COLLECTION == PHOTOS_PER_COLLECTION - 1) {
                collection = collection(streams);
            }
            photo(number, collection, all, streams);
        }
    }

    private static CollectionId collection(Streams streams) {
        CollectionId id = IdMint.mint(CollectionId.PREFIX, CollectionId::new);
        streams.append(
                "collection",
                new CollectionOpened(
                        id,
                        IdMint.recordId(),
                        ZoneId.of("Europe/Amsterdam"),
                        UseContext.GENERAL,
                        Set.of(),
                        Instant.now()));
        return id;
    }

    private static void photo(int number, CollectionId in, List<InventedPerson> all, Streams streams) {
        List<InventedPerson> shown = new ArrayList<>();
        for (int face = 0; face < FACES; face++) {
            shown.add(all.get((number * FACES + face) % all.size()));
        }
        InventedPhoto photo =
                InventedPhoto.of(in, shown.stream().map(InventedPerson::id).toList());
        for (PhotoEvent event : photo.reviewed()) {
            streams.append("photo", event);
        }
        if (number % FACES == 0) {
            publication(photo, shown, streams);
        }
    }

    private static void publication(InventedPhoto photo, List<InventedPerson> shown, Streams streams) {
        PublicationId id = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        Use use = new Use(photo.id(), photo.original(), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);
        Instant at = photo.at();
        streams.append(
                "publication", new PublicationRequested(id, use, IdMint.recordId(), Basis.CONSENT, List.of(), at));
        streams.append("photo", photo.released(id));
        List<Authorisation> authorised = new ArrayList<>();
        for (InventedPerson person : shown) {
            var yes = person.authorised(id, photo.original(), photo.collection(), photo.id());
            streams.append("consent", yes);
            authorised.add(new Authorisation(person.id(), yes.grant(), yes.notice(), yes.noticeSha256(), yes.until()));
        }
        streams.append("publication", new PublicationCleared(id, FACES + 1, authorised, 1, at));
    }
}
