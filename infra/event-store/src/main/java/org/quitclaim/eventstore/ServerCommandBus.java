package org.quitclaim.eventstore;

import io.grpc.Metadata;
import io.grpc.Status;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Axon's own bus, which calls by its name what Axon Server refused because another hand was first: the connector hands on
 * gRPC's exception, and nobody would try again.
 */
final class ServerCommandBus extends SimpleCommandBus {
    private static final Metadata.Key<String> ERROR =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    private static final String SEQUENCE_TAKEN = "AXONIQ-2000";

    ServerCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> naming = (sent, result) -> callback.onResult(sent, named(result));
        super.dispatch(command, naming);
    }

    private static <R> CommandResultMessage<? extends R> named(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional() || !isSequenceTaken(result.exceptionResult())) {
            return result;
        }
        return GenericCommandResultMessage.asCommandResultMessage(new ConcurrencyException(
                "Another command was stored first; nothing was recorded", result.exceptionResult()));
    }

    private static boolean isSequenceTaken(Throwable failure) {
        Metadata trailers = Status.trailersFromThrowable(failure);
        return trailers != null && SEQUENCE_TAKEN.equals(trailers.get(ERROR));
    }
}
