package org.quitclaim.command.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.portal.PortalVisits;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.GrantId;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationId;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.RightsRequestId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the person herself asks and sees, by her own link alone. Source: GDPR Art. 12(2), 12(6); R54. */
@RestController
@RequestMapping("/api/q/{token}/rights")
class OwnRightsController {
    private final PortalVisits visits;
    private final RightsRequests requests;
    private final Portrayals portrayals;
    private final Streams streams;
    private final Reconciler reconciler;

    OwnRightsController(
            PortalVisits visits,
            RightsRequests requests,
            Portrayals portrayals,
            Streams streams,
            Reconciler reconciler) {
        this.visits = visits;
        this.requests = requests;
        this.portrayals = portrayals;
        this.streams = streams;
        this.reconciler = reconciler;
    }

    /** @param restricted whether nothing may be done with her data at the moment */
    record Mine(
            boolean restricted,
            List<RequestView> requests,
            List<Seen> photos,
            List<Published> publications,
            List<GrantId> receipts) {}

    record Seen(PhotoId photoId, FaceId faceId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Published(PublicationId publicationId, PhotoId photoId, Channel channel, Basis basis) {}

    @GetMapping
    @Public
    Mine mine(@PathVariable String token) {
        PersonId person = visits.person(token);
        Known known = (Known) streams.consent(person);
        return new Mine(
                known.restricted(),
                requests.of(person, Origins.of(person)),
                portrayals.of(person).stream()
                        .map(one -> new Seen(one.photo().id(), one.face().mark().face()))
                        .toList(),
                portrayals.publications(person).stream()
                        .filter(this::isOut)
                        .map(this::published)
                        .toList(),
                List.copyOf(known.grants().keySet()));
    }

    private boolean isOut(PublicationId publication) {
        PublicationState state = streams.publication(publication);
        return state.live() || state instanceof PublicationState.TakedownDue;
    }

    private Published published(PublicationId publication) {
        PublicationRequested asked = portrayals.requested(publication);
        return new Published(publication, asked.use().photo(), asked.use().channel(), asked.basis());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Public
    RequestView ask(
            @PathVariable String token,
            @RequestBody RequestForm body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key) {
        PortalVisits.Visit visit = visits.visit(token);
        PersonId person = visit.person();
        Origin origin = Origins.of(person);
        RightsRequests.Asked asked = body.read(AskedBy.PERSON);
        if (!asked.right().asksForLess()) {
            visits.requireCertain(visit);
        }
        RightsRequestId request = requests.receive(person, asked, key, origin);
        visits.used(visit);
        reconciler.wake();
        return requests.view(request, origin);
    }
}
