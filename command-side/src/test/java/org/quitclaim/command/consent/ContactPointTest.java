package org.quitclaim.command.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPointTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.nl", "anna.de-vries+photos@mail.example.org", "o'neill@x.example", "1@2.example"})
    void one_address_is_taken_as_it_is(String typed) {
        assertThat(ContactPoint.parse(typed)).map(ContactPoint::address).contains(typed);
    }

    @Test
    void a_domain_in_other_letters_is_held_as_mail_servers_know_it() {
        assertThat(ContactPoint.parse("anna@bücher.example"))
                .map(ContactPoint::address)
                .contains("anna@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@b.nl",
                "anna@",
                "anna@localhost",
                "a b@c.nl",
                "a@b.nl\r\nBcc: other@b.nl",
                "a@b.nl\nX: y",
                "a@b.nl,other@b.nl",
                "a@b.nl;other@b.nl",
                "<a@b.nl>",
                "Anna <a@b.nl>",
                "\"a b\"@b.nl",
                "a@b.nl\u0000",
                "a\u200b@b.nl",
                "a@b\u200b.nl",
                "a@b\u00ad.nl",
                "a@b\u202e.nl",
                ".a@b.nl",
                "a..b@c.nl",
                "a@-b.nl",
                "a@b..nl",
                "a@b_c.nl",
                "a@[127.0.0.1]",
                "аnna@b.nl"
            })
    void what_is_not_one_address_of_plain_signs_is_none(String typed) {
        assertThat(ContactPoint.parse(typed)).isEmpty();
    }

    @Test
    void an_address_is_as_long_as_mail_servers_take_it() {
        String label = "b".repeat(60);
        assertThat(ContactPoint.parse("a".repeat(64) + "@b.nl")).isPresent();
        assertThat(ContactPoint.parse("a".repeat(65) + "@b.nl")).isEmpty();
        assertThat(ContactPoint.parse("a@" + String.join(".", label, label, label, label, "nl")))
                .isPresent();
        assertThat(ContactPoint.parse("a".repeat(10) + "@" + String.join(".", label, label, label, label, "nl")))
                .isEmpty();
    }

    @Test
    void it_does_not_say_itself() {
        assertThat(ContactPoint.parse("a@b.nl").orElseThrow()).hasToString("ContactPoint[hidden]");
    }
}
