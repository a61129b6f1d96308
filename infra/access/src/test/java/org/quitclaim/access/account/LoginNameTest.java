package org.quitclaim.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;

class LoginNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "editor",
                "e.d-itor+1@photos.example",
                "\u00e9d\u00edteur",
                "e\u0301diteur",
                "\uff45\uff44\uff49\uff54\uff4f\uff52",
                "\u0440\u0435\u0434\u0430\u043a\u0442\u043e\u0440",
                "\u7de8\u96c6\u306e\u30c6",
                "\u0938\u0902\u092a\u093e\u0926\u0915"
            })
    void a_name_in_one_alphabet_is_taken(String login) {
        assertThat(new LoginName(login).value()).isNotEmpty();
    }

    /** What looks like another's login reads like it in every list that somebody agrees by. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ed\u200bitor",
                "\u0435ditor",
                "editor\u0335",
                "ed\u00aditor",
                "\u202eeditor",
                "editor\u2060",
                "edit\u03bfr",
                "editor\u0000",
                "ed itor",
                "editor\u3164",
                "editor\u115f",
                "editor\uffa0",
                "\u7de8\u96c6\u306e\ufe00",
                "\u1780\u1781\u1782\u17b5",
                "\ue000editor",
                "ed"
            })
    void what_looks_like_another_is_refused(String login) {
        assertThatThrownBy(() -> new LoginName(login))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(AccessRejection.UNUSABLE_LOGIN));
    }
}
