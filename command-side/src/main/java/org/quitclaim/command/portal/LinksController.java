package org.quitclaim.command.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.QuitclaimLookup;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.link.SigningLinks;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Delivery;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkCommand.RevokeLink;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.link.NotMailed;
import org.quitclaim.domain.link.RevokedBecause;
import org.quitclaim.eventstore.StreamDamaged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff do about a person's links: see them, issue one more, end one. No link itself can be read here, nor is one answered. */
@RestController
@RequestMapping("/api/quitclaims/{id}/links")
class LinksController {
    private final SigningLinks links;
    private final QuitclaimLookup quitclaims;
    private final Commands commands;
    private final Creations creations;
    private final Streams streams;
    private final Clock clock;

    LinksController(
            SigningLinks links,
            QuitclaimLookup quitclaims,
            Commands commands,
            Creations creations,
            Streams streams,
            Clock clock) {
        this.links = links;
        this.quitclaims = quitclaims;
        this.commands = commands;
        this.creations = creations;
        this.streams = streams;
        this.clock = clock;
    }

    /** By what nothing can be opened: the link itself goes to the person's contact point, or waits to be printed. */
    record IssuedLink(LinkId linkId) {}

    /** Why one more is issued; the reason of its event. */
    enum Again {
        NOT_RECEIVED,
        LOST,
        SIGNING_OVER,
        REVOKED
    }

    record NewLink(@Nullable Again reason) {}

    /** One more; the former go on signing until this one is used. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    IssuedLink issue(
            @PathVariable String id,
            @RequestBody NewLink body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        QuitclaimId quitclaim = new QuitclaimId(id);
        Again reason = Input.need(body.reason(), "reason");
        Origin origin = Origins.of(actor)
                .because("link.again-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        requireNotErased(quitclaims.personOf(quitclaim));
        LinkId link = creations.id(key, origin, "links/" + id, LinkId.PREFIX, LinkId::new);
        links.again(quitclaim, quitclaims.personOf(quitclaim), link, origin);
        return new IssuedLink(link);
    }

    /** Of whom nothing is kept nothing can be asked; a history that cannot be read keeps nobody from a link that takes back. */
    private void requireNotErased(PersonId person) {
        try {
            if (streams.consent(person) instanceof Known known && known.erasureRequested()) {
                throw new RejectedException(ConsentRejection.PERSON_ERASED);
            }
        } catch (StreamDamaged e) {
            return;
        }
    }

    /**
     * @param issuedBy the opaque id of an account or a token
     * @param firstUsed when something was first sent with it; null if nothing was. Looking does not count
     * @param mailedAt when a mail server took it; null if none did
     * @param notMailed why it was not mailed and will not be; null if it was, or is still tried
     * @param prints of its letter, the first one first
     * @param printable whether its letter can be printed now
     */
    record Listed(
            LinkId linkId,
            Link.Power power,
            Instant issuedAt,
            String issuedBy,
            Instant signsUntil,
            @Nullable Instant firstUsed,
            @Nullable Instant revokedAt,
            @Nullable RevokedBecause revokedBecause,
            Delivery delivery,
            @Nullable Instant mailedAt,
            @Nullable NotMailed notMailed,
            List<Print> prints,
            boolean printable) {}

    /** @param by the opaque id of an account or a token */
    record Print(Instant at, String by) {}

    /** In the order in which they were issued. */
    @GetMapping
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    List<Listed> list(@PathVariable String id) {
        QuitclaimId quitclaim = new QuitclaimId(id);
        quitclaims.personOf(quitclaim);
        if (!(streams.links(quitclaim) instanceof Issued issued)) {
            return List.of();
        }
        Map<LinkId, LinkHistory> histories = new LinkedHashMap<>();
        streams.attributed(quitclaim).forEach(said -> LinkHistory.add(histories, said));
        boolean nobody = isNobody(issued.person());
        return issued.links().stream()
                .map(link -> histories.getOrDefault(link.id(), LinkHistory.NONE).of(link, nobody, clock.instant()))
                .toList();
    }

    /** For whom no letter is printed: a history that cannot be read is refused when it is asked to. */
    private boolean isNobody(PersonId person) {
        try {
            return !(streams.consent(person) instanceof Known known) || known.erasureRequested() || known.deceased();
        } catch (StreamDamaged e) {
            return false;
        }
    }

    record Revocation(@Nullable RevokedBecause reason) {}

    /** It opens nothing any more. The person can be given another one, and what she takes back can be written down for her. */
    @PostMapping("/{link}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void revoke(@PathVariable String id, @PathVariable String link, @RequestBody Revocation body, Actor actor) {
        RevokedBecause reason = Input.need(body.reason(), "reason");
        commands.send(new RevokeLink(new QuitclaimId(id), new LinkId(link), reason), Origins.of(actor));
    }
}
