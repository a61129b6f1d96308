package org.quitclaim.access.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quitclaim.access.ActorAuthentication;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a machine by its token, for this request only. A token that is wrong is refused, whatever it asks for; why, is told to nobody but whoever holds a secret that is kept. */
public final class ServiceTokenFilter extends OncePerRequestFilter {
    private static final Pattern TOKEN = Pattern.compile("(?i)bearer(?:\\s+(.*))?");
    private final ServiceTokens tokens;
    private final Problems problems;

    public ServiceTokenFilter(ServiceTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Whether a request comes with a token, right or wrong. */
    public static boolean applies(HttpServletRequest request) {
        return header(request).matches();
    }

    private static Matcher header(HttpServletRequest request) {
        return TOKEN.matcher(Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse(""));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> secret = header(request)
                .results()
                .flatMap(found -> Optional.ofNullable(found.group(1)).stream())
                .findFirst();
        Optional<ActorAuthentication> known = secret.flatMap(tokens::verify);
        if (known.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            Rejection why = secret.flatMap(tokens::whyNot).orElse(AccessRejection.LOGIN_NEEDED);
            problems.write(why, request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(known.get()));
        chain.doFilter(request, response);
    }
}
