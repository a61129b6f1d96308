package org.quitclaim.command.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.eventstore.EventTooLarge;

/**
 * Sends commands to their streams.
 *
 * <p><b>Guarantees:</b> when {@link #send} returns, the events are durable. Never called from within a handler: a nested
 * command would join the outer unit of work and hold its lock.
 *
 * <p><b>Errors:</b> {@link RejectedException} with the refusal, also when the stream does not exist or exists already, and
 * when the command asks for more than one entry of the history can hold.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Commands {
    private static final int ATTEMPTS = 5;

    private final CommandGateway gateway;
    private final Streams streams;
    private final StreamTime time;

    Commands(CommandGateway gateway, Streams streams, StreamTime time) {
        this.gateway = gateway;
        this.streams = streams;
        this.time = time;
    }

    public Recorded send(DomainCommand command, Origin origin) {
        CommandFamily<?, ?, ?> family = CommandFamily.of(command);
        String name = command instanceof Creating ? family.name() + ".begin" : family.name();
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(new GenericCommandMessage<>(
                        new GenericMessage<>(
                                command, attribution(family, command, origin).metaData()),
                        name));
            } catch (AggregateNotFoundException e) {
                throw refusal(family, command, e);
            } catch (AggregateStreamCreationException e) {
                throw refusal(family, command, e);
            } catch (EventTooLarge e) {
                throw new RejectedException(InputRejection.TOO_MUCH);
            } catch (ConcurrencyException e) {
                if (command instanceof Creating) {
                    throw refusal(family, command, e);
                }
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** What is done to a case's own stream belongs to that case, whoever forgot to say so. */
    private static Attribution attribution(CommandFamily<?, ?, ?> family, DomainCommand command, Origin origin) {
        Origin said = origin.caseRef().isEmpty() && family.isOfCases() ? origin.about(command.target()) : origin;
        return said.of(family.name(), command);
    }

    /** Sends what another hand may have done already: a refusal is an answer here, not a failure. */
    public Optional<Recorded> offer(DomainCommand command, Origin origin) {
        try {
            return Optional.of(send(command, origin));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    /** The stream is not there, or is there already: the decision says what that means. */
    private <S> RuntimeException refusal(CommandFamily<S, ?, ?> family, DomainCommand command, RuntimeException cause) {
        S state = streams.fold(family, command.target());
        return switch (family.decide(state, command, time.after(Instant.EPOCH))) {
            case Decision.Rejected<?> rejected -> new RejectedException(rejected.rejection());
            case Decision.Accepted<?> accepted -> cause;
        };
    }
}
