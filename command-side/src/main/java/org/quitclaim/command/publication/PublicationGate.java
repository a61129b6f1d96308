package org.quitclaim.command.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.publication.GateQuestions.Answers;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseUse;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationCommand.ReaffirmPublication;
import org.quitclaim.domain.publication.PublicationEvent.PublicationBlocked;
import org.quitclaim.domain.publication.PublicationEvent.TakedownOrdered;
import org.quitclaim.domain.publication.PublicationRejection;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.PublicationState.Blocked;
import org.quitclaim.domain.publication.PublicationState.Cleared;
import org.quitclaim.domain.publication.PublicationState.Published;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.PublicationState.TakedownDue;
import org.quitclaim.domain.publication.PublicationState.TakenDown;
import org.quitclaim.domain.publication.PublicationState.Unrequested;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.domain.publication.Use;

/**
 * Decides whether a rendition may be used: the photo and every visible person answer in their own streams.
 *
 * <p><b>Guarantees:</b> each step is a unit of work of its own, run from outside any handler. Cleared only if the photo
 * and everybody visible said yes after the request, and only while nothing says that the history lacks something. Whatever goes wrong blocks; an interrupted gate is blocked by
 * {@link WhenGateInterruptedThenBlock}. A revocation or a change of faces during the gate finds the authorisation in the
 * streams and blocks the request or takes it down: no interleaving leaves a cleared publication nobody will take down.
 *
 * <p><b>Source:</b> GDPR Art. 25(2).
 */
public final class PublicationGate {
    /** Which rule decided; raise it when the meaning of a yes changes. */
    static final int RULE_VERSION = 2;

    private final Commands commands;
    private final Streams streams;
    private final GateQuestions questions;
    private final HistoryTrust trust;
    private final SearchStandard search;
    private final Underway underway = new Underway();

    public PublicationGate(
            Commands commands,
            Streams streams,
            HistoryTrust trust,
            SearchStandard search,
            Supplier<Subjects> subjects,
            Clock clock,
            Executor asking) {
        this.commands = commands;
        this.streams = streams;
        this.trust = trust;
        this.search = search;
        this.questions = new GateQuestions(commands, trust, subjects, new Against(streams, subjects, clock), asking);
    }

    /** Whether this process is deciding it at this moment. */
    boolean atWork(PublicationId publication) {
        return underway.includes(publication);
    }

    /**
     * Runs {@code request} and then decides, so that nobody takes the request for one that was interrupted. The same
     * request again, at once or later, gets the verdict of now.
     *
     * @throws RejectedException also when {@code request} was refused, was carried out before with another use, or was
     *     carried out before and is not decided
     */
    Verdict decide(PublicationId publication, Use use, Runnable request, Origin origin) {
        return underway.decide(publication, use, () -> {
            try {
                request.run();
            } catch (RejectedException e) {
                if (e.rejection().equals(PublicationRejection.ALREADY_REQUESTED)) {
                    return again(publication, use, origin);
                }
                throw e;
            }
            return decide(publication, use, origin);
        });
    }

    /** What was cleared is asked anew, never answered from the record; what is over stays over. */
    private Verdict again(PublicationId publication, Use use, Origin origin) {
        PublicationState state = streams.publication(publication);
        List<Reason> doubts = doubts();
        if (state.live() && !doubts.isEmpty()) {
            return new Verdict.Blocked(doubts);
        }
        if (!state.asked().equals(Optional.of(use))) {
            throw RepeatRefused.otherUse();
        }
        return switch (state) {
            case Cleared s -> judgeAnew(publication, use, TakedownCauses::of, origin);
            case Published s -> judgeAnew(publication, use, TakedownCauses::of, origin);
            case Blocked s -> new Verdict.Blocked(recorded(publication));
            case TakedownDue s -> new Verdict.Blocked(recorded(publication));
            case TakenDown s -> new Verdict.Blocked(recorded(publication));
            case Requested s -> throw RepeatRefused.undecided();
            case Unrequested s -> throw RepeatRefused.undecided();
        };
    }

    private List<Reason> recorded(PublicationId publication) {
        return streams.events(publication)
                .flatMap(event -> switch (event) {
                    case PublicationBlocked blocked -> blocked.reasons().stream();
                    case TakedownOrdered ordered -> ordered.reasons().stream();
                    default -> Stream.empty();
                })
                .toList();
    }

    /** What nobody can know of: it blocks what is asked for and takes nothing down. */
    private List<Reason> doubts() {
        return trust.doubts().stream().map(Reason::of).toList();
    }

    /** Of a photo that an older detector looked at nothing new is cleared; what is live stays, until a mark is found. */
    private Optional<Reason> outdated(PhotoId id) {
        return streams.photo(id) instanceof Registered photo
                        && !search.isMetBy(photo.search().looked())
                ? Optional.of(Reason.of(SearchStandard.OUTDATED))
                : Optional.empty();
    }

    private Verdict decide(PublicationId publication, Use use, Origin origin) {
        List<Reason> doubts =
                Stream.concat(doubts().stream(), outdated(use.photo()).stream()).toList();
        if (!doubts.isEmpty()) {
            List<Reason> reasons = questions.all(doubts, publication, use);
            commands.offer(new BlockPublication(publication, reasons), origin);
            return new Verdict.Blocked(reasons);
        }
        Answers answers = questions.ask(publication, use, origin);
        if (answers.reasons().isEmpty()) {
            try {
                commands.send(
                        new ClearPublication(
                                publication, answers.photoVersion(), answers.authorisations(), RULE_VERSION),
                        origin);
                return new Verdict.Cleared(answers.photoVersion(), answers.authorisations());
            } catch (RejectedException e) {
                return decidedElsewhere(publication, use, answers, origin);
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
        judgeAnew(publication, use, reasons -> TakedownCause.FACES_CHANGED, origin);
    }

    private Verdict judgeAnew(
            PublicationId publication, Use use, Function<List<Reason>, TakedownCause> cause, Origin origin) {
        Answers answers = questions.ask(publication, use, origin);
        if (!answers.reasons().isEmpty()) {
            commands.offer(new OrderTakedown(publication, cause.apply(answers.reasons()), answers.reasons()), origin);
            return new Verdict.Blocked(answers.reasons());
        }
        ReaffirmPublication yes =
                new ReaffirmPublication(publication, answers.photoVersion(), answers.authorisations(), RULE_VERSION);
        return commands.offer(yes, origin).isPresent()
                ? new Verdict.Cleared(answers.photoVersion(), answers.authorisations())
                : over(publication, use, answers, recorded(publication), origin);
    }

    /** Another process, or a duty, was first: its reasons are told, and what it cleared is asked for anew, not ended. */
    private Verdict decidedElsewhere(PublicationId publication, Use use, Answers answers, Origin origin) {
        return streams.publication(publication).live()
                ? judgeAnew(publication, use, TakedownCauses::of, origin)
                : over(publication, use, answers, recorded(publication), origin);
    }

    /** Ends what was authorised for a publication that is over. */
    void release(PublicationId publication, PhotoId photo, List<PersonId> persons, Origin origin) {
        persons.forEach(person -> commands.offer(new ReleaseUse(person, publication), origin));
        commands.offer(new EndRelease(photo, publication), origin);
    }
}
