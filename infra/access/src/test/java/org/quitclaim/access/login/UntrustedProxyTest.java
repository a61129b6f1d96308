package org.quitclaim.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quitclaim.access.AccessTest;
import org.quitclaim.access.Browser;
import org.springframework.test.context.TestPropertySource;

/** What anybody can write into a header is not believed unless a proxy was named. */
@TestPropertySource(properties = "quitclaim.trusted-proxies=192.0.2.0/24")
class UntrustedProxyTest extends AccessTest {
    @Test
    void nobodyEscapesTheLimitByAnInventedSender() {
        for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS; i++) {
            browser().with("X-Forwarded-For", "203.0.113." + i).logIn("photographer", "wrong");
        }

        assertThat(browser()
                        .with("X-Forwarded-For", "203.0.113.200")
                        .logIn("photographer", "demo-photographer")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void anInventedProtocolIsNotBelieved() {
        Browser.Answer answer = browser().with("X-Forwarded-Proto", "https").logIn("editor", "demo-editor");

        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.setCookies()).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
    }
}
