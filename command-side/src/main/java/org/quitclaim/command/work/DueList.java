package org.quitclaim.command.work;

import java.time.ZoneId;
import java.util.function.BiFunction;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.deadline.DueAlarm;

/**
 * A table of the work index whose rows have a due date.
 *
 * @param table with the columns id, due_on, alarmed and closed
 * @param zone in which its days are meant
 * @param alarm the order that records an alarm about the row of an id
 */
public record DueList(String table, ZoneId zone, BiFunction<String, DueAlarm, DomainCommand> alarm) {}
