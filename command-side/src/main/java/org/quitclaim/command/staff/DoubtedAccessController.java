package org.quitclaim.command.staff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.governance.Dpia.Assessment;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What opens nothing since a restore that lacks nos, until somebody grants it anew. */
@RestController
@RequestMapping("/api/governance/access-in-doubt")
class DoubtedAccessController {
    private static final Comparator<OpaqueId> BY_ID = Comparator.comparing(OpaqueId::value);

    private final Accounts accounts;
    private final ServiceTokens tokens;
    private final Streams streams;
    private final Installation installation;

    DoubtedAccessController(Accounts accounts, ServiceTokens tokens, Streams streams, Installation installation) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.streams = streams;
        this.installation = installation;
    }

    /**
     * @param since what was granted until then is in doubt; none where no restore lacked anything
     * @param accounts that wait for a new one-time password, or their end
     * @param tokens that wait to be confirmed or revoked
     * @param assessment whether the impact assessment waits to be recorded and confirmed anew
     */
    record Standing(@Nullable Instant since, List<AccountId> accounts, List<TokenId> tokens, boolean assessment) {}

    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Standing standing() {
        Optional<Founded> founded =
                streams.governance(installation.id()) instanceof Founded here ? Optional.of(here) : Optional.empty();
        return new Standing(
                founded.flatMap(here -> here.doubts().accessMissing()).orElse(null),
                accounts.held().stream().filter(this::waits).sorted(BY_ID).toList(),
                tokens.held().stream().filter(this::waits).sorted(BY_ID).toList(),
                founded.filter(here -> here.dpia().assessment() instanceof Assessment.Doubted)
                        .isPresent());
    }

    private boolean waits(AccountId id) {
        try {
            return streams.account(id) instanceof AccountState.Active active && active.passwordOver();
        } catch (StreamDamaged e) {
            return false;
        }
    }

    private boolean waits(TokenId id) {
        try {
            return streams.token(id) instanceof TokenState.Active active && active.doubted();
        } catch (StreamDamaged e) {
            return false;
        }
    }
}
