package org.quitclaim.command.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams.Attributed;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.link.Delivery;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.NotMailed;
import org.quitclaim.domain.link.RevokedBecause;

/** When what happened to one link, who issued it and who printed it. */
record LinkHistory(
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant firstUsed,
        @Nullable Instant revokedAt,
        @Nullable RevokedBecause revokedBecause,
        @Nullable Instant mailedAt,
        @Nullable NotMailed notMailed,
        List<LinksController.Print> prints) {
    static final LinkHistory NONE = new LinkHistory(Instant.EPOCH, "", null, null, null, null, null, List.of());

    static void add(Map<LinkId, LinkHistory> all, Attributed said) {
        if (said.event() instanceof LinkEvent event) {
            all.put(event.link(), all.getOrDefault(event.link(), NONE).and(event, said.actor()));
        }
    }

    private LinkHistory and(LinkEvent event, String actor) {
        return switch (event) {
            case LinkEvent.LinkIssued e -> new LinkHistory(e.at(), actor, null, null, null, null, null, List.of());
            case LinkEvent.LinkUsed e ->
                new LinkHistory(issuedAt, issuedBy, e.at(), revokedAt, revokedBecause, mailedAt, notMailed, prints);
            case LinkEvent.LinkRevoked e ->
                new LinkHistory(issuedAt, issuedBy, firstUsed, e.at(), e.reason(), mailedAt, notMailed, prints);
            case LinkEvent.LinkSigningEnded e -> this;
            case LinkEvent.CodeAsked e -> this;
            case LinkEvent.CodeMailed e -> this;
            case LinkEvent.CodeNotMailed e -> this;
            case LinkEvent.CodeMissed e -> this;
            case LinkEvent.CodeEntered e -> this;
            case LinkEvent.LinkMailed e -> left(e.at(), null, prints);
            case LinkEvent.LinkNotMailed e -> left(null, e.why(), prints);
            case LinkEvent.LinkPrinted e ->
                left(
                        mailedAt,
                        notMailed,
                        Stream.concat(prints.stream(), Stream.of(new LinksController.Print(e.at(), actor)))
                                .toList());
        };
    }

    private LinkHistory left(@Nullable Instant mailed, @Nullable NotMailed why, List<LinksController.Print> printed) {
        return new LinkHistory(issuedAt, issuedBy, firstUsed, revokedAt, revokedBecause, mailed, why, printed);
    }

    /** @param nobody whether she was erased or has died, so that no letter is for anybody any more */
    LinksController.Listed of(Link link, boolean nobody, Instant now) {
        return new LinksController.Listed(
                link.id(),
                link.power(),
                issuedAt,
                issuedBy,
                link.signsUntil(),
                firstUsed,
                revokedAt,
                revokedBecause,
                nobody && link.waits(now) ? Delivery.ENDED_WAITING : link.delivery(),
                mailedAt,
                notMailed,
                prints,
                !nobody && link.awaitsPrinting(now));
    }
}
