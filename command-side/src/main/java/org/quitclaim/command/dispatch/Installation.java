package org.quitclaim.command.dispatch;

import java.time.ZoneId;
import org.quitclaim.domain.id.InstallationId;

/** Which installation this is, and the settings that decisions rest on. */
public record Installation(InstallationId id, ZoneId zone, boolean bothParents) {}
