package org.quitclaim.access.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.PhotographersController;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.edge.EdgeConfiguration;
import org.quitclaim.access.login.Admissions;
import org.quitclaim.access.login.FailedLogins;
import org.quitclaim.access.login.KnownBrowsers;
import org.quitclaim.access.login.LoginController;
import org.quitclaim.access.login.LoginPage;
import org.quitclaim.access.login.OwnAccountController;
import org.quitclaim.access.problem.ProblemAdvice;
import org.quitclaim.access.problem.ProblemErrorController;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.route.Routes;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts access control in front of every web application that has this module on its class path. Needs a {@link Vault};
 * without one the application does not start.
 *
 * <p>Beans for other modules: {@link CurrentActor}, {@link Accounts}, {@link ServiceTokens}, {@link StaffRecords} (for
 * the removal of orphans), {@link Problems}, {@link CostlyWork}. Whoever makes first accounts brings a
 * {@link FirstAdminAnnouncement}.
 */
@AutoConfiguration(
        before = {
            ErrorMvcAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({
    EdgeConfiguration.class,
    HttpSecurityConfiguration.class,
    WebConfiguration.class,
    ProblemAdvice.class,
    ProblemErrorController.class,
    OwnAccountController.class,
    PhotographersController.class,
    LoginController.class
})
class AccessConfiguration {
    @Bean
    CurrentActor currentActor() {
        return new CurrentActor();
    }

    @Bean
    CostlyWork costlyWork() {
        return new CostlyWork();
    }

    @Bean
    Problems httpProblems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    StaffRecords staffRecords(Vault vault) {
        return new StaffRecords(vault);
    }

    @Bean
    Accounts staffAccounts(Vault vault, StaffRecords records) throws VaultException {
        return new Accounts(vault, records);
    }

    @Bean
    ServiceTokens serviceTokens(Vault vault, StaffRecords records, ObjectProvider<InstantSource> clock)
            throws VaultException {
        return new ServiceTokens(vault, records, clock.getIfUnique(InstantSource::system));
    }

    @Bean
    FailedLogins failedLogins(ObjectProvider<InstantSource> clock) {
        return new FailedLogins(clock.getIfUnique(InstantSource::system));
    }

    @Bean
    KnownBrowsers knownBrowsers(Vault vault) {
        return new KnownBrowsers(vault.secrets());
    }

    @Bean
    Admissions admissions(Accounts accounts, ServiceTokens tokens) {
        return new Admissions(accounts, tokens);
    }

    @Bean
    LoginPage loginPage(ObjectProvider<PublishedLogins> published) {
        return new LoginPage(Optional.ofNullable(published.getIfAvailable()));
    }

    @Bean
    Routes httpRoutes(ListableBeanFactory beans) {
        return new Routes(SingletonSupplier.of(() -> List.copyOf(
                beans.getBeanProvider(HandlerMapping.class).orderedStream().toList())));
    }
}
