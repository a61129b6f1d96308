package org.quitclaim.access.edge;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the request at hand goes, told from its bytes as they come, so that nobody has to wait for the rest of it.
 *
 * <p><b>Guarantees:</b> decides only when work begins, never what a request means: the container reads the same bytes for
 * itself. What is not plainly framed, is longer than {@link RequestBody#MOST}, or waits to be told to go on, is {@link
 * #isOpen open}.
 *
 * <p><b>Thread-safety:</b> for one thread at a time.
 */
final class Extent {
    /** Longer than each header that says something about the extent. */
    private static final int KEPT_OF_LINE = 64;

    private static final int HEX = 16;
    /** Saying yes or no, withdrawing, objecting, asking for erasure: on the page, and in JSON. */
    private static final List<String> BY_LINK = List.of("POST /q/", "POST /api/q/");

    private enum Part {
        HEAD,
        /** So many bytes, which somebody counts. */
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        WHOLE,
        OPEN
    }

    private final StringBuilder line = new StringBuilder(KEPT_OF_LINE);
    private Part part = Part.HEAD;
    private boolean begun;
    private boolean hasFirstLine;
    private boolean byLink;
    private int lineLength;
    private @Nullable Long length;
    private boolean chunked;
    private boolean waitsForUs;
    private long left;
    private long taken;

    /** Looks at more of it; returns how many of these bytes belong to it. */
    int take(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !isDecided()) {
            if (part == Part.BODY || part == Part.CHUNK) {
                int piece = (int) Math.min(left, to - at);
                at += piece;
                left -= piece;
                if (left == 0) {
                    part = part == Part.BODY ? Part.WHOLE : Part.CHUNK_END;
                }
            } else {
                next((char) (bytes[at] & 0xFF));
                at++;
            }
            if (taken + at - from > RequestBody.MOST + EdgeConfiguration.HEAD_BYTES) {
                part = Part.OPEN;
            }
        }
        taken += at - from;
        return part == Part.OPEN ? to - from : at - from;
    }

    boolean isDecided() {
        return part == Part.WHOLE || part == Part.OPEN;
    }

    /** Everything has come. */
    boolean isWhole() {
        return part == Part.WHOLE;
    }

    /** Whoever serves it may have to wait for it. */
    boolean isOpen() {
        return part == Part.OPEN;
    }

    /** Whether somebody says something by a link. */
    boolean isByLink() {
        return byLink;
    }

    boolean isBody() {
        return part != Part.HEAD && !isDecided();
    }

    /** Nothing but empty lines came. */
    boolean isNothing() {
        return !begun;
    }

    long taken() {
        return taken;
    }

    void leaveOpen() {
        part = Part.OPEN;
    }

    private void next(char c) {
        boolean first = !begun && c != '\r' && c != '\n';
        if (first && !Character.isLetter(c)) {
            // no method begins like this; the container says so
            part = Part.OPEN;
        } else if (c == '\n') {
            lineEnds();
            line.setLength(0);
            lineLength = 0;
        } else {
            begun |= first;
            lineLength++;
            if (line.length() < KEPT_OF_LINE) {
                line.append(c);
            }
            if (part == Part.HEAD && taken > EdgeConfiguration.HEAD_BYTES) {
                part = Part.OPEN;
            }
        }
    }

    private void lineEnds() {
        if (!line.isEmpty() && lineLength <= KEPT_OF_LINE && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
            lineLength--;
        }
        boolean empty = lineLength == 0;
        switch (part) {
            case HEAD -> {
                if (!empty && !hasFirstLine) {
                    hasFirstLine = true;
                    byLink = BY_LINK.stream().anyMatch(said -> line.indexOf(said) == 0);
                } else if (!empty) {
                    header();
                } else if (begun) {
                    headEnds();
                }
            }
            case CHUNK_SIZE -> chunkBegins();
            case CHUNK_END -> part = empty ? Part.CHUNK_SIZE : Part.OPEN;
            case TRAILER -> part = empty ? Part.WHOLE : Part.TRAILER;
            case BODY, CHUNK, WHOLE, OPEN -> throw new IllegalStateException("not made of lines");
        }
    }

    private void header() {
        String text = line.toString().toLowerCase(Locale.ROOT);
        if (text.startsWith(" ") || text.startsWith("\t")) {
            part = Part.OPEN;
        } else if (text.startsWith("content-length:")) {
            Long said = number(value(text), 10);
            if (said == null || length != null) {
                part = Part.OPEN;
            } else {
                length = said;
            }
        } else if (text.startsWith("transfer-encoding:")) {
            if (chunked || !value(text).equals("chunked")) {
                part = Part.OPEN;
            }
            chunked = true;
        } else if (text.startsWith("expect:")) {
            waitsForUs = true;
        }
    }

    private void headEnds() {
        boolean hasBody = chunked || length != null && length > 0;
        if (!hasBody) {
            part = Part.WHOLE;
        } else if (waitsForUs || chunked && length != null || length != null && length > RequestBody.MOST) {
            part = Part.OPEN;
        } else if (chunked) {
            part = Part.CHUNK_SIZE;
        } else {
            left = length == null ? 0 : length;
            part = Part.BODY;
        }
    }

    private void chunkBegins() {
        String size = line.toString();
        int extension = size.indexOf(';');
        Long said = lineLength > KEPT_OF_LINE
                ? null
                : number((extension < 0 ? size : size.substring(0, extension)).strip(), HEX);
        if (said == null || said > RequestBody.MOST) {
            part = Part.OPEN;
        } else if (said == 0) {
            part = Part.TRAILER;
        } else {
            left = said;
            part = Part.CHUNK;
        }
    }

    private String value(String header) {
        return lineLength > KEPT_OF_LINE
                ? ""
                : header.substring(header.indexOf(':') + 1).strip();
    }

    private static @Nullable Long number(String digits, int base) {
        if (digits.isEmpty()
                || digits.length() > 15
                || !digits.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0)) {
            return null;
        }
        return Long.parseLong(digits, base);
    }
}
