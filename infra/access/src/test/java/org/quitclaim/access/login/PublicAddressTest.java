package org.quitclaim.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quitclaim.access.AccessTest;
import org.quitclaim.access.Browser;
import org.springframework.test.context.TestPropertySource;

/** Behind TLS that says nothing about itself, the public address tells. */
@TestPropertySource(properties = {"quitclaim.trusted-proxies=", "quitclaim.public-address=https://photos.example.org"})
class PublicAddressTest extends AccessTest {
    @Test
    void cookiesAreSecureWhateverTheProxySays() {
        Browser.Answer answer = browser().logIn("editor", "demo-editor");

        assertThat(answer.setCookies()).hasSizeGreaterThan(2).allMatch(cookie -> cookie.contains("Secure"));
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    }
}
