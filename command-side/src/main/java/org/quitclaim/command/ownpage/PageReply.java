package org.quitclaim.command.ownpage;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.quitclaim.access.problem.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/**
 * What is sent back to the browser of whoever holds a link: never kept by it, and with nobody told where she came from.
 *
 * <p><b>Guarantees:</b> what a cookie says of her goes back to the pages of the one link alone, and no script reads it; the
 * language alone is for every page.
 */
final class PageReply {
    /** What was just taken in, said once on the next page. */
    static final String SAID = "said";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Duration SAID_FOR = Duration.ofMinutes(1);
    private static final Duration LANGUAGE_FOR = Duration.ofDays(365);

    private PageReply() {}

    static ResponseEntity.BodyBuilder html(HttpStatusCode status, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = kept(ResponseEntity.status(status)).contentType(HTML);
        if (request.getParameter("lang") != null) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(Language.COOKIE, Language.of(request).tag())
                            .path("/")
                            .maxAge(LANGUAGE_FOR)
                            .sameSite("Lax")
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
        return answer;
    }

    private static ResponseEntity.BodyBuilder kept(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore()).header("Referrer-Policy", "no-referrer");
    }

    static String path(String token) {
        return "/q/" + UriUtils.encodePathSegment(token, StandardCharsets.UTF_8);
    }

    static ResponseEntity.BodyBuilder seeOther(String token) {
        return to(path(token));
    }

    static ResponseEntity.BodyBuilder to(String path) {
        return kept(ResponseEntity.status(HttpStatus.SEE_OTHER)).location(URI.create(path));
    }

    /** Leads to her page, which says this once. */
    static ResponseEntity.BodyBuilder saying(String word, String token, HttpServletRequest request) {
        return saying(word, token, "", request);
    }

    /** @param step of the page, such as {@code /check} */
    static ResponseEntity.BodyBuilder saying(String word, String token, String step, HttpServletRequest request) {
        return to(path(token) + step).header(HttpHeaders.SET_COOKIE, cookie(SAID, word, SAID_FOR, token, request));
    }

    static String cookie(String name, String value, Duration age, String token, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(path(token))
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .build()
                .toString();
    }

    static String cookie(HttpServletRequest request, String name) {
        return Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(one -> one.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
