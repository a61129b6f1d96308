package org.quitclaim.query.photo;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PhotoQueries {
    private final DocumentCollection<PhotoDocument> photos;
    private final Clock clock;

    PhotoQueries(PhotoStatusProjector projector, Clock clock) {
        this.photos = projector.photos();
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
            @RequestParam Optional<UseContext> context,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit) {
        StatusAt now = new StatusAt(clock.instant(), context);
        Set<Channel> channels = channel.map(one -> Set.of(one)).orElse(EnumSet.allOf(Channel.class));
        Predicate<PhotoDocument> wanted = photo -> !photo.photo().removed()
                && collection.map(photo.photo().collection()::equals).orElse(true)
                && status.map(colour -> now.matches(photo, Set.of(colour), channels))
                        .orElse(true);
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        Page<PhotoDocument> page;
        if (person.isPresent()) {
            page = photos.page(PhotoDocument.SIGHTED, person.get().value(), from, most, wanted);
        } else if (collection.isPresent()) {
            page = photos.page(PhotoDocument.COLLECTION, collection.get().value(), from, most, wanted);
        } else {
            page = photos.page(from, most, wanted);
        }
        return page.map(now::view);
    }

    @GetMapping("/api/photos/{id}")
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR},
            scopes = Scope.READ_STATUS)
    PhotoView get(@PathVariable String id, @RequestParam Optional<UseContext> context) {
        return photos.find(new PhotoId(id).value())
                .map(new StatusAt(clock.instant(), context)::view)
                .orElseThrow(Asked::unknownId);
    }
}
