package org.quitclaim.access;

import org.junit.jupiter.api.BeforeEach;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.account.SampleLogins;
import org.quitclaim.access.sample.SampleApplication;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

/** A real server on a random port, on which everybody has a login. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.banner-mode=off",
            "quitclaim.trusted-proxies=127.0.0.0/8,::1",
            "spring.servlet.multipart.max-file-size=1KB",
            "management.endpoints.web.exposure.include=*"
        })
public abstract class AccessTest {
    @Value("${local.server.port}")
    protected int port;

    @Autowired
    protected ConfigurableApplicationContext application;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected ServiceTokens tokens;

    @Autowired
    protected Vault vault;

    @Autowired
    protected SampleApplication.MovableClock clock;

    /** Failures of one test are no attempts of the next. */
    @BeforeEach
    void letTheWindowPass() {
        clock.advance(java.time.Duration.ofHours(1));
    }

    protected Browser browser() {
        return new Browser(port);
    }

    protected Browser loggedInAs(Role role) {
        PublishedLogins.Login login = SampleLogins.first(role);
        Browser browser = browser();
        Browser.Answer answer = browser.logIn(login.login(), login.password());
        if (answer.status() != 200) {
            throw new IllegalStateException("cannot log in: " + answer.text());
        }
        return browser;
    }
}
