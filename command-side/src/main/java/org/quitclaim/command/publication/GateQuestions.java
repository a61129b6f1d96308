package org.quitclaim.command.publication;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseDenied;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.eventstore.StreamDamaged;

/** Asks the photo and then everybody visible, side by side; each yes is an event in its own stream. */
final class GateQuestions {
    private final Commands commands;
    private final HistoryTrust trust;
    private final Supplier<Subjects> subjects;
    private final Executor asking;
    private final Against against;

    GateQuestions(
            Commands commands, HistoryTrust trust, Supplier<Subjects> subjects, Against against, Executor asking) {
        this.commands = commands;
        this.trust = trust;
        this.subjects = subjects;
        this.asking = asking;
        this.against = against;
    }

    record Answers(int photoVersion, List<Authorisation> authorisations, List<Reason> reasons) {}

    Answers ask(PublicationId publication, Use use, Origin origin) {
        ReleaseAuthorised release;
        try {
            release = commands.send(new AuthoriseRelease(use.photo(), publication, use.rendition()), origin)
                    .first(ReleaseAuthorised.class);
        } catch (RejectedException e) {
            return new Answers(
                    0, List.of(), all(Stream.of(Reason.of(e.rejection().code())), against.find(publication, use)));
        } catch (StreamDamaged e) {
            return new Answers(0, List.of(), List.of(Reason.of(HistoryTrust.STREAM_DAMAGED)));
        }
        List<String> doubts = trust.doubtsAbout(release.visible());
        if (!doubts.isEmpty()) {
            return new Answers(
                    release.version(), List.of(), all(doubts.stream().map(Reason::of), against.find(publication, use)));
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

    /** What forbids it anyhow, and whatever else would: nobody is to put one thing right and be told of the next. */
    List<Reason> all(List<Reason> first, PublicationId publication, Use use) {
        return all(first.stream(), against.find(publication, use));
    }

    private static List<Reason> all(Stream<Reason> first, List<Reason> others) {
        return Stream.concat(first, others.stream()).distinct().toList();
    }

    private record Answer(List<Authorisation> yes, List<Reason> no) {}

    private Answer ask(PersonId person, PublicationId publication, Use use, CollectionId collection, Origin origin) {
        Question question = use.question(collection, subjects.get());
        try {
            UseAuthorised yes = commands.send(new AuthoriseUse(person, publication, use.rendition(), question), origin)
                    .first(UseAuthorised.class);
            return new Answer(
                    List.of(new Authorisation(person, yes.grant(), yes.notice(), yes.noticeSha256(), yes.until())),
                    List.of());
        } catch (RejectedException e) {
            return new Answer(List.of(), List.of(reason(e.rejection(), person)));
        } catch (StreamDamaged e) {
            return new Answer(List.of(), List.of(Reason.of(HistoryTrust.STREAM_DAMAGED, person)));
        }
    }

    private static Reason reason(Rejection rejection, PersonId person) {
        return rejection instanceof UseDenied denied
                ? Reason.of(denied.code(), person, denied.on())
                : Reason.of(rejection.code(), person);
    }
}
