package org.quitclaim.query.photo;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.publication.UsesOfPhotos;
import org.quitclaim.query.publication.UsesOfPhotos.UseOfPhoto;
import org.quitclaim.query.web.Asked;
import org.quitclaim.query.web.QueryRejection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PhotoQueries {
    private final DocumentCollection<PhotoDocument> photos;
    private final StatusTimeline timeline;
    private final Shoots shoots;
    private final Clock clock;
    private final HistoryTrust trust;
    private final SearchStandard search;
    private final Vocabulary subjects;
    private final UsesOfPhotos uses;

    PhotoQueries(
            PhotoStatusProjector projector,
            Shoots shoots,
            HistoryTrust trust,
            SearchStandard search,
            Vocabulary subjects,
            UsesOfPhotos uses,
            Clock clock) {
        this.uses = uses;
        this.search = search;
        this.trust = trust;
        this.subjects = subjects;
        this.photos = projector.photos();
        this.timeline = projector.timeline();
        this.shoots = shoots;
        this.clock = clock;
    }

    /** {@code status} is that of the original: on {@code channel} if one is given, else on any. */
    @GetMapping("/api/photos")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<PhotoView> list(
            @RequestParam Optional<CollectionId> collection,
            @RequestParam Optional<Colour> status,
            @RequestParam Optional<PersonId> person,
            @RequestParam Optional<Channel> channel,
            @RequestParam Optional<String> context,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit,
            Actor actor,
            Reach reach) {
        Optional<Set<CollectionId>> own = own(reach);
        PhotoReader reader = reader(actor, reach, own);
        StatusAt now = new StatusAt(
                clock.instant(), subject(context, collection, reader), subjects.get(), reader, trust, search, timeline);
        Set<Channel> channels = channel.map(one -> Set.of(one)).orElse(EnumSet.allOf(Channel.class));
        Predicate<PhotoDocument> wanted = photo -> !photo.photo().removed()
                && PhotoReader.isOf(own, photo)
                && collection.map(photo.photo().collection()::equals).orElse(true)
                && person.map(one -> photo.sighted().anyMatch(one::equals)).orElse(true)
                && status.map(colour -> now.matches(photo, Set.of(colour), channels))
                        .orElse(true);
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        Page<PhotoDocument> page;
        if (own.isPresent()) {
            page = photos.page(PhotoDocument.COLLECTION, within(own.get(), collection), from, most, wanted);
        } else if (person.isPresent()) {
            page = photos.page(PhotoDocument.SIGHTED, person.get().value(), from, most, wanted);
        } else if (collection.isPresent()) {
            page = photos.page(PhotoDocument.COLLECTION, collection.get().value(), from, most, wanted);
        } else {
            page = photos.page(from, most, wanted);
        }
        return page.map(now::view);
    }

    /** Only these are looked through, so that not even a page that ends early tells of others. */
    private static List<String> within(Set<CollectionId> own, Optional<CollectionId> collection) {
        return own.stream()
                .filter(one -> collection.map(one::equals).orElse(true))
                .map(CollectionId::value)
                .toList();
    }

    @GetMapping("/api/photos/{id}")
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR},
            scopes = Scope.READ_STATUS)
    PhotoView get(@PathVariable String id, @RequestParam Optional<String> context, Actor actor, Reach reach) {
        Optional<Set<CollectionId>> own = own(reach);
        PhotoReader reader = reader(actor, reach, own);
        PhotoDocument photo = photos.find(new PhotoId(id).value())
                .filter(one -> PhotoReader.isOf(own, one))
                .orElseThrow(Asked::unknownId);
        Optional<UseContext> subject =
                subject(context, Optional.of(photo.photo().collection()), reader);
        return new StatusAt(clock.instant(), subject, subjects.get(), reader, trust, search, timeline).view(photo);
    }

    @GetMapping("/api/photos/{id}/uses")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    List<UseOfPhoto> uses(@PathVariable String id, Reach reach) {
        return photos.find(new PhotoId(id).value())
                .filter(one -> PhotoReader.isOf(own(reach), one))
                .map(photo -> uses.of(photo.photo().id()))
                .orElseThrow(Asked::unknownId);
    }

    private Optional<Set<CollectionId>> own(Reach reach) {
        return reach instanceof Reach.OwnCollections own ? Optional.of(shoots.of(own)) : Optional.empty();
    }

    /**
     * Asking subject by subject would tell for which ones somebody consented, and of sensitive ones that is a secret: they
     * are asked about where the photos are made for them, and elsewhere by asking for a publication, which is recorded.
     *
     * @param within the only collection that the answer is about
     */
    private Optional<UseContext> subject(Optional<String> code, Optional<CollectionId> within, PhotoReader reader) {
        if (code.isPresent() && !reader.contexts()) {
            throw new RejectedException(QueryRejection.NO_SUBJECTS);
        }
        Optional<UseContext> asked = code.map(subjects::known);
        boolean told = reader.exact()
                || asked.filter(subjects::sensitive)
                        .map(subject -> within.filter(one -> shoots.isAbout(one, subject))
                                .isPresent())
                        .orElse(true);
        if (!told) {
            throw new RejectedException(QueryRejection.SUBJECT_OF_ANOTHER_SHOOT);
        }
        return asked;
    }

    private PhotoReader reader(Actor actor, Reach reach, Optional<Set<CollectionId>> own) {
        return PhotoReader.of(
                actor,
                reach,
                other -> own.isEmpty()
                        || photos.find(other.value()).stream().anyMatch(photo -> PhotoReader.isOf(own, photo)));
    }
}
