package org.quitclaim.access;

import java.time.Instant;
import java.util.Set;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.Admission;
import org.quitclaim.access.account.LoginName;
import org.quitclaim.access.account.Password;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException;

/** Admits at once and remembers nothing, where no history says who may log in. */
public record SampleAdmission(Accounts accounts) implements Admission {
    public static final Instant FAR = Instant.parse("2030-01-01T00:00:00Z");

    @Override
    public void admit(LoginName login, Set<Role> roles, Password password) throws VaultException {
        add(login, roles, password);
    }

    @Override
    public void admitPublished(LoginName login, Set<Role> roles, String hash) throws VaultException {
        AccountId id = IdMint.mint(AccountId.PREFIX, AccountId::new);
        accounts.sealPublished(id, login, login.value(), hash);
        accounts.admit(id, roles);
    }

    /** With a password that has to be replaced. */
    public AccountId add(String login, Role role, Password password) throws VaultException {
        return add(new LoginName(login), Set.of(role), password);
    }

    private AccountId add(LoginName login, Set<Role> roles, Password password) throws VaultException {
        AccountId id = IdMint.mint(AccountId.PREFIX, AccountId::new);
        accounts.seal(id, login, login.value(), password, true);
        accounts.admit(id, roles);
        return id;
    }

    @Override
    public void remove(AccountId id) throws VaultException {
        accounts.forget(id);
    }

    /** A token that is good for years. */
    public static Token token(ServiceTokens tokens, Set<Role> roles, Set<Scope> scopes) throws VaultException {
        TokenId id = IdMint.mint(TokenId.PREFIX, TokenId::new);
        String secret = tokens.seal(id, "sample");
        tokens.admit(id, roles, scopes, FAR);
        return new Token(id, secret);
    }

    /** A token and its secret. */
    public record Token(TokenId id, String secret) {}
}
