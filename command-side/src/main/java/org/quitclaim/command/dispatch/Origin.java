package org.quitclaim.command.dispatch;

import java.util.Map;
import java.util.UUID;

/**
 * On whose word a command is given; becomes the event's metadata.
 *
 * @param account opaque account id, person id (through a link of their own) or the code of a system task
 * @param caseRef the opaque id of what it belongs to; empty when there is none
 */
public record Origin(String account, String role, String correlation, String caseRef) {
    public static final String PERSON = "PERSON";
    public static final String SYSTEM = "SYSTEM";

    public static Origin system(String task) {
        return new Origin(task, SYSTEM, UUID.randomUUID().toString(), "");
    }

    Map<String, Object> metadata() {
        return Map.of("actor", account, "role", role, "correlation", correlation, "case", caseRef);
    }
}
