package org.quitclaim.access.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;

/**
 * What somebody types to say who they are; often an e-mail address, so it is personal data.
 *
 * <p><b>Shape:</b> Unicode NFKC, lower case, 3 to 100 letters, digits and signs of ASCII; of the alphabets that look
 * alike one at most, and with marks only where a script needs them. So no login mixes alphabets that look alike, or
 * holds what nobody sees.
 *
 * <p><b>Not covered:</b> a login that is wholly of another alphabet, and digits of other scripts.
 *
 * <p><b>Guarantees:</b> {@link #toString} shows nothing.
 *
 * <p><b>Errors:</b> {@link RejectedException} with {@code access.unusable-login}.
 */
public record LoginName(String value) {
    private static final Pattern FORM = Pattern.compile("[\\p{IsLetter}\\p{IsDigit}\\p{M}\\p{Punct}]{3,100}");
    /** Letters that are drawn as nothing: Unicode calls them default-ignorable, Java has no name for all of them. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    private static final Set<Integer> MARKS = Set.of(
            (int) Character.NON_SPACING_MARK, (int) Character.ENCLOSING_MARK, (int) Character.COMBINING_SPACING_MARK);

    /** Alphabets with letters that look alike; what they write with a mark has a sign of its own in this normal form. */
    private static final Set<Character.UnicodeScript> ALIKE = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.ARMENIAN,
            Character.UnicodeScript.CHEROKEE,
            Character.UnicodeScript.COPTIC);

    public LoginName {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches() || UNSEEN.matcher(value).find() || looksLikeAnother(value)) {
            throw new RejectedException(AccessRejection.UNUSABLE_LOGIN);
        }
    }

    private static boolean looksLikeAnother(String login) {
        Set<Character.UnicodeScript> scripts = login.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .filter(ALIKE::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Character.UnicodeScript.class)));
        boolean marked = login.codePoints().anyMatch(sign -> MARKS.contains(Character.getType(sign)));
        return scripts.size() > 1 || marked && !scripts.isEmpty();
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "LoginName[hidden]";
    }
}
