package org.quitclaim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.access.route.Marks;
import org.quitclaim.access.route.Route;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.vault.VaultException;

/** What a machine reaches with each scope; that it is a machine opens nothing. */
@Requirement("R70")
class TokenScopeTest extends AccessTest {
    @ParameterizedTest
    @EnumSource(Scope.class)
    void aScopeOpensOnlyWhatNamesIt(Scope scope) throws VaultException {
        Browser machine = browser()
                .bearer(SampleAdmission.token(tokens, Set.of(), EnumSet.of(scope))
                        .secret());

        assertThat(machine.get("/sample/machines").status()).isEqualTo(scope == Scope.PUBLISH ? 200 : 403);
        assertThat(machine.get("/sample/editors").status()).isEqualTo(403);
        assertThat(machine.get("/sample/service").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SERVICE")
    void aRoleOfAMachineOpensNoScope(Role role) throws VaultException {
        Browser machine = browser()
                .bearer(SampleAdmission.token(tokens, Set.of(role), Set.of()).secret());

        assertThat(machine.get("/sample/machines").status()).isEqualTo(role == Role.EDITOR ? 200 : 403);
    }

    @Test
    void aTokenIsToldWhichScopeOrRoleItLacks() throws VaultException {
        Browser machine = browser()
                .bearer(SampleAdmission.token(tokens, Set.of(), EnumSet.of(Scope.IMPORT))
                        .secret());

        Browser.Answer scope = machine.get("/sample/machines");
        Browser.Answer role = machine.get("/sample/editors");
        Browser.Answer nobody = machine.get("/sample/nobody");

        assertThat(scope.code()).isEqualTo("access.token-lacks-scope");
        assertThat(scope.json().path("detail").asString()).endsWith("scopes or roles: PUBLISH, EDITOR");
        assertThat(scope.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"PUBLISH\"");
        assertThat(role.code()).isEqualTo("access.token-lacks-role");
        assertThat(role.json().path("detail").asString()).endsWith("one of these roles: EDITOR");
        assertThat(nobody.code()).isEqualTo("access.closed-to-tokens");
    }

    @Test
    void aRouteForMachinesAsSuchIsForNobody() throws NoSuchMethodException {
        assertThat(Marks.of(Marked.class.getDeclaredMethod("service"))).isEqualTo(new Route.Unmarked());
    }

    private static final class Marked {
        @AllowedFor({Role.EDITOR, Role.SERVICE})
        void service() {}
    }
}
