package org.quitclaim.access.account;

import java.util.List;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.VaultException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who can be made a photographer of a collection, for those who decide that. */
@RestController
public final class PhotographersController {
    private final Accounts accounts;

    public PhotographersController(Accounts accounts) {
        this.accounts = accounts;
    }

    record Photographer(String accountId, String login) {
        @Override
        public String toString() {
            return "Photographer[" + accountId + "]";
        }
    }

    @GetMapping("/api/photographers")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    List<Photographer> list(Actor viewer) throws VaultException {
        return accounts.names(viewer.reason(AccessPurpose.DISPLAY)).entrySet().stream()
                .filter(one -> accounts.standing(one.getKey())
                        .filter(standing -> standing.actor().is(Role.PHOTOGRAPHER))
                        .isPresent())
                .map(one ->
                        new Photographer(one.getKey().value(), one.getValue().login()))
                .toList();
    }
}
