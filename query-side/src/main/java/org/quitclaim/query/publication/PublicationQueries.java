package org.quitclaim.query.publication;

import java.util.Optional;
import java.util.function.Predicate;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicationQueries {
    private final DocumentCollection<PublicationDocument> publications;

    PublicationQueries(PublicationProjector projector) {
        this.publications = projector.documents();
    }

    @GetMapping("/api/publications")
    @AllowedFor(
            value = {Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR},
            scopes = Scope.READ_STATUS)
    Page<PublicationView> list(
            @RequestParam Optional<PhotoId> photo,
            @RequestParam Optional<PublicationView.State> state,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit,
            Actor actor) {
        Predicate<PublicationDocument> wanted =
                one -> state.isEmpty() || PublicationView.state(one.state()) == state.get();
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        return photo.map(id -> publications.page(PublicationDocument.PHOTO, id.value(), from, most, wanted))
                .orElseGet(() -> publications.page(from, most, wanted))
                .map(document -> PublicationView.of(document, exact(actor)));
    }

    @GetMapping("/api/publications/{id}")
    @AllowedFor(
            value = {Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR},
            scopes = Scope.READ_STATUS)
    PublicationView get(@PathVariable String id, Actor actor) {
        return publications
                .find(new PublicationId(id).value())
                .map(document -> PublicationView.of(document, exact(actor)))
                .orElseThrow(Asked::unknownId);
    }

    /** The open duties, or with {@code open=false} those that were met. */
    @GetMapping("/api/takedowns")
    @AllowedFor(
            value = {Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR},
            scopes = {Scope.READ_STATUS, Scope.ACKNOWLEDGE})
    Page<TakedownView> takedowns(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit,
            Actor actor) {
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        Page<PublicationDocument> page = open
                ? publications.page(PublicationDocument.TAKEDOWN_OPEN, "yes", from, most, any -> true)
                : publications.page(
                        from, most, one -> PublicationView.state(one.state()) == PublicationView.State.TAKEN_DOWN);
        return page.map(one -> TakedownView.of(one, one.takedowns().getLast(), exact(actor)));
    }

    private static boolean exact(Actor actor) {
        return actor.is(Role.COMPLIANCE_OFFICER) || actor.is(Role.AUDITOR);
    }
}
