package org.quitclaim.access.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.InstallationSecrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Remembers in a browser that it logged into an account, so that others' failures do not slow it down.
 *
 * <p><b>Guarantees:</b> the cookie says nothing to whoever reads it and cannot be made without the installation's key; it
 * opens nothing, a password is needed all the same. Nothing is kept here.
 *
 * <p><b>Shape:</b> 16 random bytes, a dot, and their HMAC together with the account's blind index, in Base64url.
 *
 * <p><b>Source:</b> OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
public final class KnownBrowsers {
    static final String COOKIE = "QUITCLAIM-BROWSER";
    private static final String PURPOSE = "known-browser";
    private static final Duration LASTS = Duration.ofDays(365);
    private static final int NONCE_BYTES = 16;

    private final InstallationSecrets secrets;
    private final SecureRandom random = new SecureRandom();

    public KnownBrowsers(InstallationSecrets secrets) {
        this.secrets = secrets;
    }

    /** What this browser is called, if it logged into this account before. */
    Optional<String> known(HttpServletRequest request, BlindIndex account) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> isOurs(value, account))
                .findFirst();
    }

    void remember(BlindIndex account, HttpServletRequest request, HttpServletResponse response) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String value = value(Base64.getUrlEncoder().withoutPadding().encodeToString(nonce), account);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/login")
                .maxAge(LASTS)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean isOurs(String value, BlindIndex account) {
        String nonce = value.split("\\.", 2)[0];
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), value(nonce, account).getBytes(StandardCharsets.UTF_8));
    }

    private String value(String nonce, BlindIndex account) {
        byte[] mac = secrets.mac(
                PURPOSE, (nonce + '.' + HexFormat.of().formatHex(account.digest())).getBytes(StandardCharsets.UTF_8));
        return nonce + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
