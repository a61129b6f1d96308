package org.quitclaim.command.link;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.LinkCommand;
import org.quitclaim.domain.link.LinkCommand.IssueFirstLink;
import org.quitclaim.domain.link.LinkCommand.IssueLink;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.link.LinksState.Unissued;

/**
 * Issues the links by which a person reaches her page: no account, nothing to remember.
 *
 * <p><b>Guarantees:</b> a link leaves here once; what is kept opens nothing.
 */
public final class SigningLinks {
    private final Commands commands;
    private final Streams streams;
    private final Installation installation;
    private final Clock clock;
    private final LinkSettings settings;

    public SigningLinks(
            Commands commands, Streams streams, Installation installation, Clock clock, LinkSettings settings) {
        this.commands = commands;
        this.streams = streams;
        this.installation = installation;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param path the link itself: whoever has it is the person */
    public record Fresh(LinkId link, String path, Instant signsUntil) {
        @Override
        public String toString() {
            return "Fresh[" + link + "]";
        }
    }

    /** The one that goes out with the questions; empty if there is one already. */
    public Optional<Fresh> first(QuitclaimId quitclaim, PersonId person, LinkId link, Origin origin) {
        if (!(streams.links(quitclaim) instanceof Unissued)) {
            return Optional.empty();
        }
        LinkSecret secret = LinkSecret.mint(quitclaim);
        Instant until = signsUntil();
        return shown(secret, new IssueFirstLink(quitclaim, person, link, secret.sha256(), until), until, link, origin);
    }

    /** One more; empty if this one was issued before, and so shown before. */
    public Optional<Fresh> again(QuitclaimId quitclaim, PersonId person, LinkId link, Origin origin) {
        return switch (streams.links(quitclaim)) {
            case Unissued none -> first(quitclaim, person, link, origin);
            case Issued issued -> {
                LinkSecret secret = LinkSecret.mint(quitclaim);
                Instant until = signsUntil();
                yield shown(secret, new IssueLink(quitclaim, link, secret.sha256(), until), until, link, origin);
            }
        };
    }

    private Optional<Fresh> shown(LinkSecret secret, LinkCommand command, Instant until, LinkId link, Origin origin) {
        try {
            commands.send(command, origin);
            return Optional.of(new Fresh(link, secret.path(), until));
        } catch (RejectedException e) {
            if (e.rejection() == LinkRejection.EXISTS) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The end of a day, so that the day can be said. */
    private Instant signsUntil() {
        return LocalDate.ofInstant(clock.instant(), installation.zone())
                .plusDays(settings.signingDays() + 1L)
                .atStartOfDay(installation.zone())
                .toInstant();
    }
}
