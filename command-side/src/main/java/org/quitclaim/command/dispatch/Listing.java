package org.quitclaim.command.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.springframework.http.HttpStatus;

/**
 * A part of a listing that is answered from the lists of work.
 *
 * @param limit how many items at most; read one more, which tells whether there is a next part
 */
public record Listing(int limit) {
    /** How many items an answer has unless asked otherwise. */
    public static final String DEFAULT_LIMIT = "50";

    private static final int MOST = 200;

    public Listing {
        if (limit < 1 || limit > MOST) {
            throw new RejectedException(new InputRejection("query.too-many", "Ask for 1 to 200 at once."));
        }
    }

    /** @param next where the next part begins, opaque; absent when there is none */
    public record Part<T>(List<T> items, @Nullable String next) {}

    /** @param place of an item, as {@link #behind} reads it */
    public <T> Part<T> part(List<T> oneMore, Function<T, String> place) {
        return oneMore.size() > limit
                ? new Part<>(oneMore.subList(0, limit), cursor(place.apply(oneMore.get(limit - 1))))
                : new Part<>(oneMore, null);
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The place behind which the next part begins.
     *
     * @param cursor as an earlier part gave it
     * @param form of a place; anything else was not written here
     */
    public static Matcher behind(String cursor, Pattern form) {
        Matcher place = form.matcher(decoded(cursor));
        if (!place.matches()) {
            throw malformed();
        }
        return place;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static RejectedException malformed() {
        return new RejectedException(new InputRejection(
                "query.malformed-cursor",
                "Use the cursor that the last answer gave under next, unchanged, or none.",
                HttpStatus.BAD_REQUEST));
    }
}
