package org.quitclaim.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.quitclaim.access.problem.RejectedException;

class LoginNameTest {
    /** The index is computed from the stored name again when a password is replaced. */
    @Property
    void aNormalisedNameStaysAsItIs(@ForAll @StringLength(min = 3, max = 30) String typed) {
        LoginName name;
        try {
            name = new LoginName(typed);
        } catch (RejectedException unusable) {
            Assume.that(false);
            return;
        }
        assertThat(new LoginName(name.value())).isEqualTo(name);
    }

    @Example
    void spellingsOfOneNameAreOne() {
        assertThat(new LoginName(" J\u004f\u0308RG@example.org ")).isEqualTo(new LoginName("j\u00f6rg@example.org"));
    }

    @Example
    void namesThatCannotBeTypedTwiceAreRefused() {
        for (String unusable : new String[] {"ab", "a b c", "a\u0000b", "a\u00a0bc", "x".repeat(101), "   "}) {
            assertThatThrownBy(() -> new LoginName(unusable)).isInstanceOf(RejectedException.class);
        }
    }

    @Example
    void secretsDoNotShowInTexts() {
        assertThat(new LoginName("kanarie") + " " + new Password("kanarie")).doesNotContain("kanarie");
        assertThat(new SealedAccount("acc_x", "kanarie", "kanarie", "kanarie", false, false).toString())
                .doesNotContain("kanarie");
    }
}
