package org.quitclaim.command.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.command.consent.NotedNos;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.portal.PortalVisits;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.history.OpenNo;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationEvent.PublicationConfirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.Vault;
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
public class OwnRightsController {
    private final PortalVisits visits;
    private final RightsRequests requests;
    private final Portrayals portrayals;
    private final Streams streams;
    private final Vault vault;
    private final Installation installation;
    private final Reconciler reconciler;
    private final NotedNos noted;

    OwnRightsController(
            PortalVisits visits,
            RightsRequests requests,
            Portrayals portrayals,
            Streams streams,
            Vault vault,
            Installation installation,
            Reconciler reconciler,
            NotedNos noted) {
        this.visits = visits;
        this.requests = requests;
        this.portrayals = portrayals;
        this.streams = streams;
        this.vault = vault;
        this.installation = installation;
        this.reconciler = reconciler;
        this.noted = noted;
    }

    /**
     * @param restricted whether nothing may be done with her data at the moment
     * @param noted what she said no to while nothing of her own history could be read, until it stands there
     */
    public record Mine(
            boolean restricted,
            List<RequestView> requests,
            List<Seen> photos,
            List<Published> publications,
            List<GrantId> receipts,
            List<Noted> noted) {}

    public record Noted(NotedNo.Kind kind, LocalDate on) {}

    public record Seen(PhotoId photoId, FaceId faceId) {}

    /**
     * Where a photo of her is used.
     *
     * @param on the day since which it is, or on which it was allowed where nobody said that it is
     * @param out whether somebody said that it is out there; else it only may be used
     * @param address where; absent when it cannot be opened
     * @param ending whether it is being taken offline already
     * @param takeBack whether it rests on a permission that she can take back: there is nothing to object to then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(
            PublicationId publicationId,
            PhotoId photoId,
            Channel channel,
            Basis basis,
            LocalDate on,
            boolean out,
            @Nullable String address,
            boolean ending,
            boolean takeBack) {
        @Override
        public String toString() {
            return "Published[" + publicationId.value() + "]";
        }
    }

    @GetMapping
    @Public
    public Mine mine(@PathVariable String token) {
        PersonId person = visits.person(token);
        List<OpenNo> nos = noted.of(person);
        Optional<Known> known = known(person);
        Reading reading = new Reading(vault, person, Origins.of(person));
        boolean hidden = portrayals.hiddenFromLinks(person);
        return new Mine(
                known.map(Known::restricted)
                        .orElseGet(() -> nos.stream().anyMatch(one -> one.no() instanceof NotedNo.Restriction)),
                requests.of(person, Origins.of(person)),
                (hidden ? List.<Portrayals.Portrayal>of() : portrayals.of(person))
                        .stream()
                                .map(one -> new Seen(
                                        one.photo().id(), one.face().mark().face()))
                                .toList(),
                (hidden ? Set.<PublicationId>of() : portrayals.publications(person))
                        .stream()
                                .filter(this::isOut)
                                .map(publication -> published(publication, known, reading))
                                .toList(),
                known.map(Known::grants).orElseGet(Map::of).keySet().stream().toList(),
                nos.stream().map(this::noted).toList());
    }

    /** Empty while nothing of her history can be read; what she asks for does not need it. */
    private Optional<Known> known(PersonId person) {
        try {
            return Optional.of((Known) streams.consent(person));
        } catch (StreamDamaged e) {
            return Optional.empty();
        }
    }

    private Noted noted(OpenNo open) {
        return new Noted(open.no().kind(), LocalDate.ofInstant(open.since(), installation.zone()));
    }

    /** Of one whose history is damaged nobody can tell, and nothing can be shown. */
    private boolean isOut(PublicationId publication) {
        try {
            PublicationState state = streams.publication(publication);
            return state.live() || state instanceof PublicationState.TakedownDue;
        } catch (StreamDamaged e) {
            return false;
        }
    }

    /** While nothing of her own history can be read she can take back all the same. */
    private Published published(PublicationId publication, Optional<Known> known, Reading reading) {
        PublicationRequested asked = portrayals.requested(publication);
        Channel channel = asked.use().channel();
        Optional<Instant> out = streams.events(publication)
                .filter(PublicationConfirmed.class::isInstance)
                .findFirst()
                .map(event -> event.at());
        boolean allowed = known.map(one -> one.outlook().grants().stream()
                        .anyMatch(grant -> grant.status().authorises()
                                && grant.terms().channels().contains(channel)))
                .orElse(true);
        boolean onConsent = asked.basis() == Basis.CONSENT;
        return new Published(
                publication,
                asked.use().photo(),
                channel,
                asked.basis(),
                LocalDate.ofInstant(out.orElseGet(asked::at), installation.zone()),
                out.isPresent(),
                reading.text(asked.destination()).orElse(null),
                streams.publication(publication) instanceof PublicationState.TakedownDue || (onConsent && !allowed),
                onConsent && allowed);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Public
    public RequestView ask(
            @PathVariable String token,
            @RequestBody RequestForm body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key) {
        PortalVisits.Visit visit = visits.toSayNo(token);
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
