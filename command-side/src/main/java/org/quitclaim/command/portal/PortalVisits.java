package org.quitclaim.command.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.link.LinkSecret;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkCommand.UseLink;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.eventstore.StreamDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Whose page a link opens, and what it is still good for. Whoever holds the link is the person; nothing else is asked.
 * Source: GDPR Art. 12(6); R54.
 *
 * <p><b>Guarantees:</b> opening records nothing about the link: programs that check mail open links.
 */
public final class PortalVisits {
    private static final Logger LOG = LoggerFactory.getLogger(PortalVisits.class);

    private static final InputRejection CHILD_ERASED = new InputRejection(
            "consent.child-erased",
            "This child was erased; nothing can be recorded about the child any more.",
            HttpStatus.CONFLICT);

    private final Streams streams;
    private final Commands commands;
    private final Installation installation;
    private final Clock clock;
    private final RememberedLinks remembered;
    private final HistoryTrust history;

    public PortalVisits(
            Streams streams,
            Commands commands,
            Installation installation,
            Clock clock,
            WorkIndex index,
            HistoryTrust history) {
        this.streams = streams;
        this.commands = commands;
        this.installation = installation;
        this.clock = clock;
        this.remembered = new RememberedLinks(index);
        this.history = history;
    }

    /**
     * By which link somebody comes, and to what.
     *
     * @param certain whether the history of the links could be read; else only a no is taken in
     */
    public record Visit(QuitclaimId quitclaim, PersonId person, Link link, boolean certain) {}

    /**
     * Whether answers can still be given with a link.
     *
     * @param until the last day on which they can
     * @param ended the code of why not; null if they can
     */
    public record Signing(
            boolean open, LocalDate until, @Nullable String ended) {}

    /**
     * For what allows less from then on; whatever shows or allows something asks {@link #reading}.
     *
     * @throws RejectedException for a link that was not issued here, or that was revoked
     */
    public Visit visit(String token) {
        LinkSecret secret = LinkSecret.read(token).orElseThrow(() -> new RejectedException(LinkRejection.UNKNOWN));
        if (!(streams.links(secret.quitclaim()) instanceof Issued issued)) {
            throw new RejectedException(LinkRejection.UNKNOWN);
        }
        Link link = issued.links().stream()
                .filter(secret::opens)
                .findFirst()
                .orElseThrow(() -> new RejectedException(LinkRejection.UNKNOWN));
        if (link.power() == Link.Power.REVOKED) {
            throw new RejectedException(LinkRejection.REVOKED);
        }
        return new Visit(issued.quitclaim(), issued.person(), link, true);
    }

    /**
     * As {@link #visit}, but where the history of the links is damaged what the lists of work remember of it is enough: it
     * opens nothing, and what is sent with it can only be a no or a request.
     */
    public Visit toSayNo(String token) {
        try {
            return visit(token);
        } catch (StreamDamaged e) {
            return LinkSecret.read(token).flatMap(remembered::visit).orElseThrow(() -> e);
        }
    }

    /** @throws RejectedException as {@link #visit}, and for a link that is in doubt after a restore */
    public Visit reading(String token) {
        return requireCertain(visit(token));
    }

    /**
     * Never asked by what takes back, which depends on nothing else.
     *
     * @throws RejectedException for a link that may have been ended in what a restore lacks
     */
    public Visit requireCertain(Visit visit) {
        if (doubted(visit)) {
            throw new RejectedException(LinkRejection.IN_DOUBT);
        }
        return visit;
    }

    /** Whether the link may have been ended in what a restore lacks. */
    boolean doubted(Visit visit) {
        return history.doubted(visit.person(), visit.link().issued());
    }

    /** Also of somebody who was erased: what remains is hers to know. */
    public PersonId person(String token) {
        return reading(token).person();
    }

    /** @throws RejectedException if the person was erased; of a child by a code of its own, since a parent reads it */
    Known known(Visit visit) {
        ConsentState state = streams.consent(visit.person());
        if (state instanceof Known known && !known.erasureRequested()) {
            return known;
        }
        boolean child = state instanceof Known erased && erased.ageGroup() == AgeGroup.MINOR;
        throw new RejectedException(child ? CHILD_ERASED : ConsentRejection.PERSON_ERASED);
    }

    Signing signing(Visit visit) {
        Link link = visit.link();
        Optional<LinkRejection> ended = link.signing(clock.instant());
        LocalDate last = LocalDate.ofInstant(link.signsUntil().minus(Duration.ofMillis(1)), installation.zone());
        return new Signing(ended.isEmpty(), last, ended.map(Rejection::code).orElse(null));
    }

    /** @throws RejectedException if this link signs nothing any more */
    void requireSigning(Visit visit) {
        if (!visit.certain()) {
            return;
        }
        visit.link().signing(clock.instant()).ifPresent(why -> {
            throw new RejectedException(why);
        });
    }

    /**
     * Something was sent with this link and taken in: from the first time on, the links before it sign nothing. What was
     * taken in stands whatever becomes of this, and its answer does not depend on it.
     */
    public void used(Visit visit) {
        if (visit.link().used() || !visit.certain()) {
            return;
        }
        try {
            commands.offer(new UseLink(visit.quitclaim(), visit.link().id()), Origins.of(visit.person()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Somebody sent something with a link, and the use of that link could not be written down ({}).",
                    e.getClass().getSimpleName());
        }
    }
}
