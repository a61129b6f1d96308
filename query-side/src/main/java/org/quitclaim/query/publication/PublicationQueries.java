package org.quitclaim.query.publication;

import java.util.List;
import java.util.Optional;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.publication.PublicationView.State;
import org.quitclaim.query.web.Asked;
import org.springframework.data.mongodb.core.query.Criteria;
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
            @RequestParam Optional<State> state,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit,
            Actor actor) {
        Criteria wanted = new Criteria();
        photo.ifPresent(id -> wanted.and(PublicationDocument.PHOTO).is(id.value()));
        wanted.and(PublicationDocument.STANDING)
                .in(state.stream().findFirst().map(List::of).orElse(List.of(State.values())).stream()
                        .map(State::name)
                        .toList());
        return publications
                .page(wanted, Asked.cursor(cursor), Asked.limit(limit))
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
        State wanted = open ? State.TAKEDOWN_DUE : State.TAKEN_DOWN;
        Page<PublicationDocument> page = publications.page(
                Criteria.where(PublicationDocument.STANDING).is(wanted.name()),
                Asked.cursor(cursor),
                Asked.limit(limit));
        return page.map(one -> TakedownView.of(one, one.takedowns().getLast(), exact(actor)));
    }

    private static boolean exact(Actor actor) {
        return actor.is(Role.COMPLIANCE_OFFICER) || actor.is(Role.AUDITOR);
    }
}
