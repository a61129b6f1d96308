package org.quitclaim.query.photo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.quitclaim.query.photo.PhotoLists.Wanted;
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
    private final PhotoLists lists;
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
        this.lists = new PhotoLists(photos);
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
        Optional<Set<CollectionId>> within =
                own.map(some -> within(some, collection)).or(() -> collection.map(one -> Set.of(one)));
        return lists.page(new Wanted(within, person, status, channel), now, Asked.cursor(cursor), Asked.limit(limit))
                .map(now::view);
    }

    private static Set<CollectionId> within(Set<CollectionId> own, Optional<CollectionId> collection) {
        return collection
                .map(one -> own.contains(one) ? Set.of(one) : Set.<CollectionId>of())
                .orElse(own);
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
