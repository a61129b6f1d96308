package org.quitclaim.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.domain.Rejection;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address or a form whose percent-encoding is broken. The container would only find it when somebody asks for a
 * parameter, with an exception that nothing behind it expects; so with a type of content that is none, and with a body that says it is packed or in another alphabet than the one it would be read in. Answers as well what filters are refused when they ask for
 * a parameter that lies in a body.
 */
final class ReadableAddress extends OncePerRequestFilter {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]*)");
    /** UTF-8 and what is part of it. */
    private static final Set<String> READ = Set.of("utf-8", "utf8", "us-ascii");

    private final Problems problems;

    ReadableAddress(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (!AddressText.isReadable(request.getRequestURI()) || query != null && !AddressText.isReadable(query)) {
            problems.write(RequestRejection.MALFORMED_ADDRESS, request, response);
            return;
        }
        if (isAnyContent(request.getContentType())) {
            problems.write(RequestRejection.MEDIA_TYPE, request, response);
            return;
        }
        if (isEncoded(request.getHeader("Content-Encoding")) || isOtherText(request.getContentType())) {
            problems.write(RequestRejection.BODY_ENCODED, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException broken) {
            answer(broken, RequestRejection.MALFORMED_FORM, request, response);
        } catch (RejectedException refused) {
            answer(refused, refused.rejection(), request, response);
        }
    }

    /** A body is of one type; what stands for many would only be found by whoever reads it. */
    private static boolean isAnyContent(@Nullable String type) {
        return type != null && type.split(";", 2)[0].contains("*");
    }

    /** Nothing here unpacks a body, so one that says it is packed would be read as what it is not. */
    private static boolean isEncoded(@Nullable String encoding) {
        return encoding != null && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** Text is read as UTF-8 whatever it says; a body that says otherwise is not what it would be read as. */
    private static boolean isOtherText(@Nullable String type) {
        if (type == null) {
            return false;
        }
        Matcher charset = CHARSET.matcher(type);
        return charset.find() && !READ.contains(charset.group(1).toLowerCase(Locale.ROOT));
    }

    private void answer(
            RuntimeException thrown, Rejection why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw thrown;
        }
        response.resetBuffer();
        problems.write(why, request, response);
    }
}
