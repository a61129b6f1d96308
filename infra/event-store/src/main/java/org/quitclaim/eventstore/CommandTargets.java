package org.quitclaim.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.quitclaim.domain.DomainCommand;

/** Finds the stream of a command by {@link DomainCommand#target()}, since the domain carries no Axon annotations. */
final class CommandTargets implements CommandTargetResolver, RoutingStrategy {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(getRoutingKey(command), null);
    }

    @Override
    public String getRoutingKey(CommandMessage<?> command) {
        if (command.getPayload() instanceof DomainCommand domainCommand) {
            return domainCommand.target().value();
        }
        throw new IllegalArgumentException(
                command.getPayloadType().getName() + " is no DomainCommand: it has no target");
    }
}
