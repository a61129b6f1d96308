package org.quitclaim.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A place in a listing: what was created before {@code before} is still to come. */
public record Cursor(long before) {
    /** Above every position, and still exact as a double. */
    public static final Cursor START = new Cursor((1L << 53) - 1);

    private static final Pattern FORM = Pattern.compile("b[0-9]{1,15}");

    /**
     * Reads what {@link #text} wrote; nothing stands for the beginning.
     *
     * @throws MalformedCursor for anything else
     */
    public static Cursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        String form = decoded(text);
        if (!FORM.matcher(form).matches()) {
            throw new MalformedCursor();
        }
        return new Cursor(Long.parseLong(form.substring(1)));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new MalformedCursor();
        }
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("b" + before).getBytes(StandardCharsets.US_ASCII));
    }
}
