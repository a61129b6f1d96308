package org.quitclaim.command.rights;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.domain.rights.RightsCommand;
import org.quitclaim.domain.rights.RightsCommand.AnswerRequest;
import org.quitclaim.domain.rights.RightsCommand.ReceiveRequest;
import org.quitclaim.domain.rights.RightsCommand.RefuseRequest;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsRejection;
import org.quitclaim.domain.rights.RightsState;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;

/**
 * Takes requests in and closes them. What people write lies sealed with the person's evidence and goes with it.
 *
 * <p><b>Guarantees:</b> that something was done is only answered when the streams say so.
 */
public final class RightsRequests {
    private final Commands commands;
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Vault vault;
    private final Installation installation;
    private final Portrayals portrayals;
    private final Fulfilment fulfilment;
    /** Requests are rare: one after the other, so that of two that are the same the second sees the first. */
    private final Lock receiving = new ReentrantLock();

    public RightsRequests(
            Commands commands,
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            Vault vault,
            Installation installation,
            Portrayals portrayals,
            Fulfilment fulfilment) {
        this.commands = commands;
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.vault = vault;
        this.installation = installation;
        this.portrayals = portrayals;
        this.fulfilment = fulfilment;
    }

    /** What is asked, and in which words if any. */
    record Asked(
            Right right,
            Concern concern,
            AskedBy by,
            @Nullable String statement) {}

    RightsRequestId receive(PersonId person, Asked asked, @Nullable String key, Origin origin) {
        requireSomething(person, asked.right());
        requireHers(person, asked.concern(), asked.by());
        RightsRequestId id =
                creations.id(key, origin, "rights/" + person.value(), RightsRequestId.PREFIX, RightsRequestId::new);
        receiving.lock();
        try {
            if (streams.rights(id) instanceof RightsState.Unreceived) {
                requireNew(person, asked);
                write(
                        person,
                        asked.statement(),
                        statement -> new ReceiveRequest(
                                id, person, asked.right(), asked.concern(), asked.by(), installation.zone(), statement),
                        origin);
            }
        } finally {
            receiving.unlock();
        }
        return id;
    }

    /** Of somebody who was erased only what remains can be read, or its publication objected to. */
    private void requireSomething(PersonId person, Right right) {
        try {
            if (!(streams.consent(person) instanceof ConsentState.Known known)) {
                throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
            }
            if (known.erasureRequested() && right != Right.ACCESS && right != Right.OBJECTION) {
                throw new RejectedException(new InputRejection(
                        "rights.nothing-left",
                        "Your data is erased or being erased: nothing is left of it to do this with. You can ask for"
                                + " what remains.",
                        HttpStatus.CONFLICT));
            }
        } catch (StreamDamaged e) {
            // there is somebody whose history it is, and a request has a history of its own
        }
    }

    private void requireHers(PersonId person, Concern concern, AskedBy by) {
        boolean hidden = by == AskedBy.PERSON && portrayals.hiddenFromLinks(person);
        boolean hers = switch (concern) {
            case Concern.Everything e -> true;
            case Concern.Details d -> true;
            case Concern.Sighting s -> !hidden && portrayals.isHeldToBe(s.photo(), s.face(), person);
            case Concern.Publication p ->
                !hidden && portrayals.publications(person).contains(p.publication());
        };
        if (!hers) {
            throw new RejectedException(new InputRejection(
                    "rights.unknown-concern", "This is not held to be about this person.", HttpStatus.NOT_FOUND));
        }
    }

    /** The same question is not asked twice at a time; the first one has its due date. */
    private void requireNew(PersonId person, Asked asked) {
        if (portrayals.requests(person).stream().anyMatch(id -> isOpen(id, asked))) {
            throw new RejectedException(new InputRejection(
                    "rights.already-asked",
                    "This was asked already and is being worked on. The list of requests says until when.",
                    HttpStatus.CONFLICT));
        }
    }

    /** A request whose history is damaged keeps her from none. */
    private boolean isOpen(RightsRequestId id, Asked asked) {
        try {
            return streams.rights(id) instanceof RightsState.Open open
                    && open.request().right() == asked.right()
                    && open.request().concern().equals(asked.concern());
        } catch (StreamDamaged e) {
            return false;
        }
    }

    void extend(RightsCommand.ExtendRequest command, Origin origin) {
        commands.send(command, origin);
    }

    /** What can be seen to be done has to be done. */
    void answer(RightsRequestId id, Outcome outcome, @Nullable String words, Origin origin) {
        RightsState.Request request = open(id);
        boolean onlyAHumanCanTell = outcome == Outcome.DATA_PROVIDED
                || (outcome == Outcome.CORRECTED
                        && (request.concern() instanceof Concern.Everything
                                || request.concern() instanceof Concern.Details && fulfilment.corrected(request)));
        boolean done = onlyAHumanCanTell
                || fulfilment.of(request).filter(outcome::equals).isPresent();
        if (outcome.fits(request.right()) && !done) {
            throw new RejectedException(new InputRejection(
                    "rights.not-carried-out", "Carry it out first, then answer the request.", HttpStatus.CONFLICT));
        }
        write(request.person(), words, text -> new AnswerRequest(id, outcome, text), origin);
    }

    void refuse(RightsRequestId id, RefusalReason reason, @Nullable String words, Origin origin) {
        write(open(id).person(), words, text -> new RefuseRequest(id, reason, text), origin);
    }

    private RightsState.Request open(RightsRequestId id) {
        return switch (streams.rights(id)) {
            case RightsState.Unreceived u -> throw new RejectedException(RightsRejection.UNKNOWN_REQUEST);
            case RightsState.Open open -> open.request();
            case RightsState.Over over -> throw new RejectedException(RightsRejection.ALREADY_OVER);
        };
    }

    private interface Naming {
        RightsCommand command(List<RecordId> text);
    }

    private void write(PersonId person, @Nullable String words, Naming naming, Origin origin) {
        sealedCommands.send(origin, draft -> {
            List<RecordId> text = words == null || words.isBlank()
                    ? List.of()
                    : List.of(draft.text(person, KeyScope.EVIDENCE, RecordKinds.REQUEST_TEXT, words.strip()));
            return naming.command(text);
        });
    }

    /** With what was written in it. */
    RequestView view(RightsRequestId id, Origin origin) {
        List<RightsEvent> events =
                streams.events(id).map(RightsEvent.class::cast).toList();
        if (events.isEmpty()) {
            throw new RejectedException(RightsRejection.UNKNOWN_REQUEST);
        }
        PersonId person = ((RightsEvent.RequestReceived) events.getFirst()).person();
        return RequestView.of(events, new Reading(vault, person, origin));
    }

    private Optional<RequestView> viewIfWhole(RightsRequestId id, Origin origin) {
        try {
            return Optional.of(view(id, origin));
        } catch (StreamDamaged e) {
            return Optional.empty();
        }
    }

    /** Every request of a person whose history can be read, the newest first. */
    public List<RequestView> of(PersonId person, Origin origin) {
        return portrayals.requests(person).stream()
                .flatMap(id -> viewIfWhole(id, origin).stream())
                .sorted(Comparator.comparing(RequestView::receivedAt).reversed())
                .toList();
    }
}
