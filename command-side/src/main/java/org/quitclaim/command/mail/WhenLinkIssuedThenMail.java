package org.quitclaim.command.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.consent.ContactPoint;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Delivery;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkCommand;
import org.quitclaim.domain.link.LinkCommand.LeaveUnmailed;
import org.quitclaim.domain.link.LinkCommand.MailLink;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.link.NotMailed;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails a link to the contact point on record, or writes down that it was not mailed.
 *
 * <p><b>Guarantees:</b> whether there is still somebody to send it to, and the link still signs, is asked of the streams
 * just before it is sent; a stream that cannot be read sends nothing. A death between the server's yes and the event sends
 * the same letter once more. What may pass is tried again, each time after twice the wait, until there is an end to it. Where a
 * server has the letter and did not say so, that is tried seldom and at most {@value #MOST_DOUBTS} times; and a link that was
 * used has arrived, so nothing is sent any more.
 */
final class WhenLinkIssuedThenMail implements Duty {
    private static final Accessor MAILER = new Accessor.SystemTask("invitation");
    private static final Duration LONGEST_WAIT = Duration.ofHours(12);
    /** Servers that answer late do so for hours, and each try may be one more letter in the same mailbox. */
    private static final int DOUBT = 60;

    private static final int MOST_DOUBTS = 3;

    private final Streams streams;
    private final Commands commands;
    private final SealedLetters letters;
    private final LinkPlace place;
    private final Post post;
    private final MailSettings settings;
    private final Installation installation;
    private final WorkIndex index;
    private final JsonMapper json;
    private final Clock clock;
    /** Lost with the process, after which everything is tried at once. */
    private final Map<LinkId, Wait> waits = new ConcurrentHashMap<>();
    /** Lost with the process too: then one more copy may leave, of the same Message-ID. */
    private final Map<LinkId, Doubt> doubts = new ConcurrentHashMap<>();

    WhenLinkIssuedThenMail(
            Streams streams,
            Commands commands,
            SealedLetters letters,
            LinkPlace place,
            Post post,
            MailSettings settings,
            Installation installation,
            WorkIndex index,
            JsonMapper json,
            Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.letters = letters;
        this.place = place;
        this.post = post;
        this.settings = settings;
        this.installation = installation;
        this.index = index;
        this.json = json;
        this.clock = clock;
    }

    private record Wait(Duration length, Instant until) {}

    /** @param contact the sealed identity whose address the server has the letter for */
    private record Doubt(RecordId contact, int times) {}

    @Override
    public TodoKind kind() {
        return TodoKind.LETTER;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.MAILING;
    }

    @Override
    public void perform(Todo todo) {
        LinkId id = new LinkId(todo.subject());
        Wait wait = waits.get(id);
        if (wait != null && clock.instant().isBefore(wait.until())) {
            return;
        }
        if (!(streams.links(new QuitclaimId(todo.detail())) instanceof Issued issued)) {
            settle(todo);
            return;
        }
        Optional<Link> link = issued.find(id);
        if (link.isEmpty()
                || link.get().delivery() != Delivery.QUEUED && !doubts.containsKey(id)
                || link.get().power() != Link.Power.SIGNING) {
            settle(todo);
            return;
        }
        try {
            if (link.get().delivery() != Delivery.QUEUED) {
                // printed by somebody who could not know that a mail server may have it too
                leave(issued, link.get(), NotMailed.UNSURE);
            } else if (link.get().used()) {
                arrived(todo, issued, link.get());
            } else {
                come(todo, issued, link.get());
            }
        } catch (RejectedException e) {
            // it was revoked or settled meanwhile
            settle(todo);
        }
    }

    /** For which address is known where its doubt is; else nothing is written of where it went. */
    private void arrived(Todo todo, Issued issued, Link link) {
        Doubt doubt = doubts.get(link.id());
        if (doubt == null) {
            settle(todo);
        } else {
            record(new MailLink(issued.quitclaim(), link.id(), doubt.contact()), link.id());
        }
        letters.destroy(link);
    }

    private void come(Todo todo, Issued issued, Link link) {
        switch (attempt(issued.person(), link)) {
            case Sending.Mailed mailed -> {
                record(new MailLink(issued.quitclaim(), link.id(), mailed.contact()), link.id());
                // unless somebody printed it meanwhile, who may print it again
                if (streams.links(issued.quitclaim()) instanceof Issued now
                        && now.find(link.id())
                                .filter(one -> one.delivery() == Delivery.PRINTED)
                                .isEmpty()) {
                    letters.destroy(link);
                }
            }
            case Sending.Never never -> leave(issued, link, never.why());
            case Sending.NotYet notYet -> {}
            case Sending.Later later -> again(todo, issued, link, settings.firstWait());
            case Sending.InDoubt inDoubt -> {
                Doubt doubt = doubts.merge(
                        link.id(),
                        new Doubt(inDoubt.contact(), 1),
                        (before, one) -> new Doubt(one.contact(), before.times() + 1));
                if (doubt.times() < MOST_DOUBTS) {
                    again(todo, issued, link, settings.firstWait().multipliedBy(DOUBT));
                } else {
                    leave(issued, link, NotMailed.UNSURE);
                }
            }
        }
    }

    private void again(Todo todo, Issued issued, Link link, Duration atLeast) {
        if (clock.instant().isBefore(todo.since().plus(settings.giveUpAfter()))) {
            waits.merge(link.id(), waiting(atLeast), (before, first) -> {
                Duration doubled = before.length().multipliedBy(2);
                return waiting(doubled.compareTo(atLeast) > 0 ? doubled : atLeast);
            });
        } else {
            leave(issued, link, doubts.containsKey(link.id()) ? NotMailed.UNSURE : NotMailed.GAVE_UP);
        }
    }

    private Wait waiting(Duration length) {
        Duration within = length.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : length;
        return new Wait(within, clock.instant().plus(within));
    }

    private void leave(Issued issued, Link link, NotMailed why) {
        record(new LeaveUnmailed(issued.quitclaim(), link.id(), why), link.id());
        if (!why.printable()) {
            letters.destroy(link);
        }
    }

    private void record(LinkCommand command, LinkId link) {
        commands.send(command, Origin.system("mail"));
        forget(link);
    }

    private void forget(LinkId link) {
        waits.remove(link);
        doubts.remove(link);
    }

    private Sending attempt(PersonId person, Link link) {
        if (!(streams.consent(person) instanceof Known known) || known.erasureRequested() || known.deceased()) {
            return new Sending.Never(NotMailed.NOBODY_TO_SEND_TO);
        }
        if (!post.isSetUp()) {
            return new Sending.Never(NotMailed.NO_MAIL_SERVER);
        }
        if (place.notYetKnown()) {
            return new Sending.NotYet();
        }
        AccessReason reason = new AccessReason(MAILER, Origin.SYSTEM, AccessPurpose.CONSENT, person.value());
        Optional<String> path = letters.path(link, reason);
        Optional<String> identity = letters.text(known.identity(), reason);
        if (path.isEmpty() || identity.isEmpty()) {
            return new Sending.Never(NotMailed.NOBODY_TO_SEND_TO);
        }
        Optional<ContactPoint> contact = ContactPoint.parse(
                json.readValue(identity.get(), Identity.class).email());
        return contact.isEmpty()
                ? new Sending.Never(NotMailed.NO_CONTACT_POINT)
                : sent(known, link, contact.get(), path.get());
    }

    private Sending sent(Known known, Link link, ContactPoint contact, String path) {
        OrganisationDetails said = place.organisation();
        LocalDate last = LocalDate.ofInstant(link.signsUntil().minusMillis(1), installation.zone());
        return place.of(said, path)
                .<Sending>map(address -> switch (post.send(
                        contact, link.id().value(), Letter.of(address, said.name(), last))) {
                    case TAKEN -> new Sending.Mailed(known.identity());
                    case REFUSED -> new Sending.Never(NotMailed.REFUSED);
                    case NOT_NOW -> new Sending.Later();
                    case IN_DOUBT -> new Sending.InDoubt(known.identity());
                })
                .orElseGet(() -> new Sending.Never(NotMailed.NO_PUBLIC_ADDRESS));
    }

    private void settle(Todo todo) {
        forget(new LinkId(todo.subject()));
        index.settle("delete from todo where kind = ? and subject = ?", TodoKind.LETTER.name(), todo.subject());
    }
}
