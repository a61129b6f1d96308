package org.quitclaim.command.restore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.restore.Telling.Behind;
import org.quitclaim.command.work.NoList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a restore would know of every no. */
@RestController
@RequestMapping("/api/governance/ledger")
class LedgerController {
    private final NoList nos;
    private final Telling telling;

    LedgerController(NoList nos, Telling telling) {
        this.nos = nos;
        this.telling = telling;
    }

    /**
     * @param missing how many nos the ledger at the backup target lacks; a few for moments, while they are on their way
     * @param missingSince since when it cannot be told
     * @param because why not, as a stable code; the server's log says it in words
     */
    record Standing(
            int missing,
            @Nullable Instant missingSince,
            @Nullable String because) {}

    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Standing standing() {
        @Nullable Behind behind = telling.behind().orElse(null);
        return new Standing(
                nos.countUntold(), behind == null ? null : behind.since(), behind == null ? null : behind.code());
    }
}
