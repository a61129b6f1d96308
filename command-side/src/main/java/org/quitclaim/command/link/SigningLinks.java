package org.quitclaim.command.link;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.LinkCommand;
import org.quitclaim.domain.link.LinkCommand.IssueFirstLink;
import org.quitclaim.domain.link.LinkCommand.IssueLink;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.link.LinksState.Unissued;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/**
 * Issues the links by which a person reaches her page: no account, nothing to remember.
 *
 * <p><b>Guarantees:</b> a link leaves here for nobody who asks: it lies sealed under the person's IDENTITY key until it is
 * mailed to her or printed. What is kept beside that opens nothing.
 */
public final class SigningLinks {
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Installation installation;
    private final Clock clock;
    private final LinkSettings settings;

    public SigningLinks(
            SealedCommands sealedCommands,
            Streams streams,
            Installation installation,
            Clock clock,
            LinkSettings settings) {
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.installation = installation;
        this.clock = clock;
        this.settings = settings;
    }

    /** The one that goes out with the questions, or the first that went. */
    public LinkId first(QuitclaimId quitclaim, PersonId person, LinkId link, Origin origin) {
        return switch (streams.links(quitclaim)) {
            case Issued issued -> issued.links().getFirst().id();
            case Unissued none -> {
                issue(
                        quitclaim,
                        person,
                        origin,
                        (secret, letter) ->
                                new IssueFirstLink(quitclaim, person, link, secret.sha256(), signsUntil(), letter));
                yield link;
            }
        };
    }

    /** One more; nothing happens if this one was issued before. */
    public void again(QuitclaimId quitclaim, PersonId person, LinkId link, Origin origin) {
        switch (streams.links(quitclaim)) {
            case Unissued none -> first(quitclaim, person, link, origin);
            case Issued issued ->
                issue(
                        quitclaim,
                        person,
                        origin,
                        (secret, letter) -> new IssueLink(quitclaim, link, secret.sha256(), signsUntil(), letter));
        }
    }

    private void issue(
            QuitclaimId quitclaim,
            PersonId person,
            Origin origin,
            BiFunction<LinkSecret, RecordId, LinkCommand> command) {
        LinkSecret secret = LinkSecret.mint(quitclaim);
        try {
            sealedCommands.send(
                    origin,
                    draft -> command.apply(
                            secret, draft.text(person, KeyScope.IDENTITY, RecordKinds.LINK_LETTER, secret.path())));
        } catch (RejectedException e) {
            if (e.rejection() != LinkRejection.EXISTS) {
                throw e;
            }
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
