package org.quitclaim.command.portal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams.Attributed;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.RevokedBecause;

/** When what happened to one link, and who issued it. */
record LinkHistory(
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant firstUsed,
        @Nullable Instant revokedAt,
        @Nullable RevokedBecause revokedBecause) {
    static final LinkHistory NONE = new LinkHistory(Instant.EPOCH, "", null, null, null);

    static void add(Map<LinkId, LinkHistory> all, Attributed said) {
        if (said.event() instanceof LinkEvent event) {
            all.put(event.link(), all.getOrDefault(event.link(), NONE).and(event, said.actor()));
        }
    }

    private LinkHistory and(LinkEvent event, String actor) {
        return switch (event) {
            case LinkEvent.LinkIssued e -> new LinkHistory(e.at(), actor, firstUsed, revokedAt, revokedBecause);
            case LinkEvent.LinkUsed e -> new LinkHistory(issuedAt, issuedBy, e.at(), revokedAt, revokedBecause);
            case LinkEvent.LinkRevoked e -> new LinkHistory(issuedAt, issuedBy, firstUsed, e.at(), e.reason());
            case LinkEvent.LinkSigningEnded e -> this;
        };
    }

    LinksController.Listed of(Link link) {
        return new LinksController.Listed(
                link.id(), link.power(), issuedAt, issuedBy, link.signsUntil(), firstUsed, revokedAt, revokedBecause);
    }
}
