package org.quitclaim.command.staff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.StaffName;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.VaultException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who is behind the id that an event names as its actor, as long as that may be known. */
@RestController
class StaffNamesController {
    private final Accounts accounts;
    private final ServiceTokens tokens;

    StaffNamesController(Accounts accounts, ServiceTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** @param name null when the record has ended, or never was */
    record Who(String id, @Nullable String name) {
        @Override
        public String toString() {
            return "Who[" + id + "]";
        }
    }

    @GetMapping("/api/staff/{id}")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Who who(@PathVariable String id, Actor viewer) throws VaultException {
        AccessReason reason = viewer.reason(AccessPurpose.DISPLAY);
        Optional<String> name = switch (ActorId.of(id)) {
            case AccountId account -> accounts.name(account, reason).map(StaffName::name);
            case TokenId token -> tokens.name(token, reason);
        };
        return new Who(id, name.orElse(null));
    }
}
