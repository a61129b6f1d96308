package org.quitclaim.command.publication;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseUse;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationCommand.ReaffirmPublication;
import org.quitclaim.domain.publication.PublicationId;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.domain.publication.Use;

/**
 * Decides whether a rendition may be used: the photo and every visible person answer in their own streams.
 *
 * <p><b>Guarantees:</b> each step is a unit of work of its own, run from outside any handler. Cleared only if the photo
 * and everybody visible said yes after the request. Whatever goes wrong blocks; an interrupted gate is blocked by
 * {@link WhenGateInterruptedThenBlock}. A revocation or a change of faces during the gate finds the authorisation in the
 * streams and blocks the request or takes it down: no interleaving leaves a cleared publication nobody will take down.
 *
 * <p><b>Source:</b> ARCHITECTURE section 5; GDPR Art. 25(2).
 */
public final class PublicationGate {
    /** Which rule decided; raise it when the meaning of a yes changes. */
    static final int RULE_VERSION = 1;

    private final Commands commands;
    private final Executor asking;
    private final Set<PublicationId> atWork = ConcurrentHashMap.newKeySet();

    public PublicationGate(Commands commands, Executor asking) {
        this.commands = commands;
        this.asking = asking;
    }

    /** Whether this process is deciding it at this moment. */
    boolean atWork(PublicationId publication) {
        return atWork.contains(publication);
    }

    /** Runs {@code request} and then decides, so that nobody takes the request for one that was interrupted. */
    Verdict decide(PublicationId publication, Use use, Runnable request, Origin origin) {
        atWork.add(publication);
        try {
            request.run();
            return decide(publication, use, origin);
        } finally {
            atWork.remove(publication);
        }
    }

    private Verdict decide(PublicationId publication, Use use, Origin origin) {
        Answers answers = ask(publication, use, origin);
        if (answers.reasons().isEmpty()) {
            try {
                commands.send(
                        new ClearPublication(
                                publication, answers.photoVersion(), answers.authorisations(), RULE_VERSION),
                        origin);
                return new Verdict.Cleared(answers.photoVersion(), answers.authorisations());
            } catch (RejectedException e) {
                return over(publication, use, answers, List.of(Reason.of("publication.revoked-meanwhile")), origin);
            }
        }
        commands.offer(new BlockPublication(publication, answers.reasons()), origin);
        return over(publication, use, answers, answers.reasons(), origin);
    }

    private Verdict over(PublicationId publication, Use use, Answers answers, List<Reason> reasons, Origin origin) {
        release(
                publication,
                use.photo(),
                answers.authorisations().stream().map(Authorisation::person).toList(),
                origin);
        return new Verdict.Blocked(reasons);
    }

    /** Judges a live publication anew after the faces on its photo changed. */
    void judgeAnew(PublicationId publication, Use use, Origin origin) {
        Answers answers = ask(publication, use, origin);
        if (answers.reasons().isEmpty()) {
            commands.offer(
                    new ReaffirmPublication(
                            publication, answers.photoVersion(), answers.authorisations(), RULE_VERSION),
                    origin);
        } else {
            commands.offer(new OrderTakedown(publication, TakedownCause.FACES_CHANGED, answers.reasons()), origin);
        }
    }

    /** Ends what was authorised for a publication that is over. */
    void release(PublicationId publication, PhotoId photo, List<PersonId> persons, Origin origin) {
        persons.forEach(person -> commands.offer(new ReleaseUse(person, publication), origin));
        commands.offer(new EndRelease(photo, publication), origin);
    }

    private record Answers(int photoVersion, List<Authorisation> authorisations, List<Reason> reasons) {}

    private Answers ask(PublicationId publication, Use use, Origin origin) {
        ReleaseAuthorised release;
        try {
            release = commands.send(new AuthoriseRelease(use.photo(), publication, use.rendition()), origin)
                    .first(ReleaseAuthorised.class);
        } catch (RejectedException e) {
            return new Answers(0, List.of(), List.of(Reason.of(e.rejection().code())));
        }
        List<CompletableFuture<Answer>> asked = release.visible().stream()
                .map(person -> CompletableFuture.supplyAsync(
                        () -> ask(person, publication, use, release.collection(), origin), asking))
                .toList();
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();
        return new Answers(
                release.version(),
                answers.stream().flatMap(answer -> answer.yes().stream()).toList(),
                answers.stream().flatMap(answer -> answer.no().stream()).toList());
    }

    private record Answer(List<Authorisation> yes, List<Reason> no) {}

    private Answer ask(PersonId person, PublicationId publication, Use use, CollectionId collection, Origin origin) {
        Question question = new Question(use.channel(), use.territory(), use.context(), collection, use.photo());
        try {
            UseAuthorised yes = commands.send(new AuthoriseUse(person, publication, use.rendition(), question), origin)
                    .first(UseAuthorised.class);
            return new Answer(
                    List.of(new Authorisation(person, yes.grant(), yes.notice(), yes.noticeSha256(), yes.until())),
                    List.of());
        } catch (RejectedException e) {
            return new Answer(List.of(), List.of(Reason.of(e.rejection().code(), person)));
        }
    }
}
