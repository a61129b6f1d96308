package org.quitclaim.command.dispatch;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.MalformedId;

/** Turns what came over HTTP into domain values, or refuses it. */
public final class Input {
    /** Longer than anybody writes by hand. */
    private static final int LONGEST_TEXT = 20_000;
    /** Of a person or a thing. */
    private static final int LONGEST_NAME = 200;

    private Input() {}

    /** The value, or a refusal that names the field. */
    public static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new RejectedException(InputRejection.missing(field));
        }
        return value;
    }

    /** Text that says something; blank never stands for anything. */
    public static String text(@Nullable String value, String field) {
        return within(LONGEST_TEXT, said(value, field), field);
    }

    /** Text that may be left out; blank is left out. */
    public static @Nullable String optional(@Nullable String value, String field) {
        return value == null || value.isBlank() ? null : within(LONGEST_TEXT, value.strip(), field);
    }

    /** What somebody or something is called. */
    public static String name(@Nullable String value, String field) {
        String name = within(LONGEST_NAME, said(value, field), field);
        if (name.codePoints().anyMatch(Input::misleads)) {
            throw new RejectedException(InputRejection.invalid(field
                    + ": a name holds no control characters, and none that turn the direction of writing. Type it anew"
                    + " instead of pasting it."));
        }
        return name;
    }

    /** Lists and papers would show another name than the one that is there. */
    public static boolean misleads(int sign) {
        return Character.isISOControl(sign) || sign >= 0x202A && sign <= 0x202E || sign >= 0x2066 && sign <= 0x2069;
    }

    /** Half of a sign that takes two (a surrogate) is none, and is lost wherever the text is written as UTF-8. */
    private static boolean isHalf(int sign) {
        return sign <= Character.MAX_VALUE && Character.isSurrogate((char) sign);
    }

    private static String within(int most, String text, String field) {
        if (text.codePoints().anyMatch(Input::isHalf)) {
            throw new RejectedException(
                    InputRejection.invalid(field + ": it holds half of a sign. Type it anew instead of pasting it."));
        }
        if (text.length() > most) {
            throw new RejectedException(InputRejection.tooLong(field, most));
        }
        return text;
    }

    /** Whether a text says anything: signs that nobody sees, and marks alone, do not. */
    public static boolean says(@Nullable String text) {
        return text != null && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String said(@Nullable String value, String field) {
        String given = need(value, field);
        if (given.isBlank()) {
            throw new RejectedException(InputRejection.missing(field));
        }
        if (!says(given)) {
            throw new RejectedException(InputRejection.saysNothing(field));
        }
        return given.strip();
    }

    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Builds a domain value; what its constructor refuses is refused to the sender, in its own words. */
    public static <T> T parse(Supplier<T> value) {
        try {
            return value.get();
        } catch (MalformedId e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new RejectedException(InputRejection.invalid(String.valueOf(e.getMessage())));
        } catch (DateTimeException e) {
            throw new RejectedException(
                    InputRejection.invalid("Give dates as 2026-11-23 and a time zone as Europe/Amsterdam."));
        }
    }
}
