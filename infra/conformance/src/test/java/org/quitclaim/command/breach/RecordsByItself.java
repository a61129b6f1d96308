package org.quitclaim.command.breach;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** Breaks a rule on purpose. */
record RecordsByItself(CommandGateway gateway) {}
