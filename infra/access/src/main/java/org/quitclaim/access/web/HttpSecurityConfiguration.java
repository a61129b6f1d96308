package org.quitclaim.access.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.edge.UploadAllowance;
import org.quitclaim.access.login.EndedSessionFilter;
import org.quitclaim.access.login.Sessions;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.route.RouteAuthorization;
import org.quitclaim.access.route.Routes;
import org.quitclaim.access.token.ServiceTokenFilter;
import org.quitclaim.access.token.ServiceTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two chains: machines with a token and no session, people with a session and protection against forgery. */
@Configuration(proxyBeanMethods = false)
class HttpSecurityConfiguration {
    /** Pictures may come from memory: a drawn signature, a preview. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain machineSecurity(
            HttpSecurity http, Routes routes, ServiceTokens tokens, Problems problems, ObjectProvider<RoomCheck> room) {
        deny(http, routes, problems, room);
        return http.securityMatcher(ServiceTokenFilter::applies)
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ServiceTokenFilter(tokens, problems), ExceptionTranslationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peopleSecurity(
            HttpSecurity http,
            Routes routes,
            Accounts accounts,
            Problems problems,
            SecurityContextRepository contexts,
            CsrfTokenRepository forgeryTokens,
            ObjectProvider<RoomCheck> room) {
        deny(http, routes, problems, room);
        return http.csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(forgeryTokens)
                        .requireCsrfProtectionMatcher(new ForgeryCheck(routes)))
                .securityContext(context -> context.securityContextRepository(contexts))
                .logout(logout -> logout.deleteCookies("JSESSIONID")
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .addFilterBefore(new EndedSessionFilter(accounts), ExceptionTranslationFilter.class)
                .build();
    }

    private static void deny(HttpSecurity http, Routes routes, Problems problems, ObjectProvider<RoomCheck> room) {
        Refusal refusal = new Refusal(problems, routes);
        http.addFilterAfter(
                new UploadAllowance(routes, () -> room.getIfAvailable(() -> RoomCheck.UNMEASURED), problems),
                AuthorizationFilter.class);
        http.authorizeHttpRequests(requests -> requests
                        // what is dispatched again was allowed the first time
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .access(new RouteAuthorization(routes)))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny()));
    }

    @Bean
    RequestRejectedHandler refusedRequests(Problems problems) {
        return new RefusedRequest(problems);
    }

    @Bean
    SecurityContextRepository sessionContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository forgeryTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    Sessions staffSessions(SecurityContextRepository contexts, CsrfTokenRepository forgeryTokens) {
        // CsrfAuthenticationStrategy would only take the old token away, and the next request would fail for want of
        // one
        SessionAuthenticationStrategy newForgeryToken = (who, request, response) ->
                forgeryTokens.saveToken(forgeryTokens.generateToken(request), request, response);
        return new Sessions(
                contexts,
                new CompositeSessionAuthenticationStrategy(
                        List.of(new ChangeSessionIdAuthenticationStrategy(), newForgeryToken)));
    }

    /** Keeps Boot from inventing a user: the two ways in are the login page and service tokens. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return attempt -> {
            throw new AuthenticationServiceException("there is no other way in");
        };
    }
}
