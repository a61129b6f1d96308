package org.quitclaim.command.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.ContactPoint;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Code;
import org.quitclaim.domain.link.LinkCommand.LeaveCodeUnmailed;
import org.quitclaim.domain.link.LinkCommand.MailCode;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.link.NotMailed;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;

/**
 * Mails the code that signs what was chosen to the contact point on record, or writes down that it was not mailed.
 *
 * <p><b>Guarantees:</b> whether there is still somebody to send it to, and the code still counts, is asked of the streams
 * just before it is sent. What may pass is tried again until the code is over. It never waits to be printed: no code is read
 * by staff.
 */
final class WhenCodeAskedThenMail implements Duty {
    private static final Accessor MAILER = new Accessor.SystemTask("code");

    /** How many times longer it waits where its server may have taken it. */
    private static final int DOUBT = 5;

    private final Streams streams;
    private final Commands commands;
    private final SealedLetters letters;
    private final ContactMail contacts;
    private final LinkPlace place;
    private final Post post;
    private final MailSettings settings;
    private final WorkIndex index;
    private final Clock clock;
    /** Lost with the process, after which everything is tried at once. */
    private final Map<String, Instant> waits = new ConcurrentHashMap<>();

    WhenCodeAskedThenMail(
            Streams streams,
            Commands commands,
            SealedLetters letters,
            ContactMail contacts,
            LinkPlace place,
            Post post,
            MailSettings settings,
            WorkIndex index,
            Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.letters = letters;
        this.contacts = contacts;
        this.place = place;
        this.post = post;
        this.settings = settings;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.CODE;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.CODES;
    }

    @Override
    public void perform(Todo todo) {
        if (clock.instant().isBefore(waits.getOrDefault(todo.subject(), Instant.MIN))) {
            return;
        }
        if (!(streams.links(new QuitclaimId(todo.detail())) instanceof Issued issued)) {
            settle(todo);
            return;
        }
        Optional<Code> code = issued.codes().stream()
                .filter(one -> one.signs().equals(todo.subject()))
                .filter(one -> issued.code(one.link()).filter(one::equals).isPresent())
                .filter(one -> one.phase() == Code.Phase.QUEUED && signs(issued, one))
                .findFirst();
        if (code.isEmpty()) {
            settle(todo);
            return;
        }
        try {
            come(issued, code.get());
        } catch (RejectedException e) {
            // its link was revoked, or it was settled meanwhile
            settle(todo);
        }
    }

    private boolean signs(Issued issued, Code code) {
        return issued.find(code.link())
                .filter(link -> link.signing(clock.instant()).isEmpty())
                .isPresent();
    }

    private void come(Issued issued, Code code) {
        Sending sending =
                clock.instant().isBefore(code.until()) ? attempt(issued, code) : new Sending.Never(NotMailed.GAVE_UP);
        switch (sending) {
            case Sending.Mailed mailed -> {
                commands.send(
                        new MailCode(issued.quitclaim(), code.link(), code.signs(), mailed.contact()),
                        Origin.system("mail"));
                over(code);
            }
            case Sending.Never never -> {
                commands.send(
                        new LeaveCodeUnmailed(issued.quitclaim(), code.link(), code.signs(), never.why()),
                        Origin.system("mail"));
                over(code);
            }
            case Sending.NotYet notYet -> {}
            case Sending.Later later -> waits.put(code.signs(), clock.instant().plus(settings.firstWait()));
            case Sending.InDoubt inDoubt ->
                waits.put(
                        code.signs(), clock.instant().plus(settings.firstWait().multipliedBy(DOUBT)));
        }
    }

    private void over(Code code) {
        letters.destroy(code.letter());
        waits.remove(code.signs());
    }

    private Sending attempt(Issued issued, Code code) {
        if (!(streams.consent(issued.person()) instanceof Known known)
                || known.erasureRequested()
                || known.deceased()) {
            return new Sending.Never(NotMailed.NOBODY_TO_SEND_TO);
        }
        if (!post.isSetUp()) {
            return new Sending.Never(NotMailed.NO_MAIL_SERVER);
        }
        AccessReason reason = new AccessReason(
                MAILER, Origin.SYSTEM, AccessPurpose.CONSENT, issued.person().value());
        Optional<String> text = letters.text(code.letter(), reason);
        if (text.isEmpty()) {
            return new Sending.Never(NotMailed.NOBODY_TO_SEND_TO);
        }
        Optional<ContactPoint> contact = contacts.contact(known, reason);
        if (contact.isEmpty()) {
            return new Sending.Never(NotMailed.NO_CONTACT_POINT);
        }
        Letter letter = Letter.ofCode(text.get(), place.organisation().name());
        return switch (post.send(contact.get(), code.signs(), letter)) {
            case TAKEN -> new Sending.Mailed(known.identity());
            case REFUSED -> new Sending.Never(NotMailed.REFUSED);
            case NOT_NOW -> new Sending.Later();
            case IN_DOUBT -> new Sending.InDoubt(known.identity());
        };
    }

    private void settle(Todo todo) {
        waits.remove(todo.subject());
        index.settle("delete from todo where kind = ? and subject = ?", TodoKind.CODE.name(), todo.subject());
    }
}
