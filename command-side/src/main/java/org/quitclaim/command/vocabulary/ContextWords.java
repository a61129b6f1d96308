package org.quitclaim.command.vocabulary;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.domain.vocabulary.VocabularyRejection;

/**
 * What somebody calls a context, checked: it stands between quotation marks on what people sign.
 *
 * <p><b>Guarantees:</b> begins with a capital letter, which no code does; holds no sign that ends a quotation, turns the
 * direction of writing or is not seen, no letter of another script, no address and no number long enough to telephone. Not guaranteed: that it is no
 * name, which no check can tell; so it is sealed, and can be struck.
 */
record ContextWords(String en, String nl) {
    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 4;
    /** Those with which English and Dutch are written, and names in them: no letter of another script looks like one of these. */
    private static final String LETTERS = "A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017E";

    private static final Pattern WORDS =
            Pattern.compile("[\\p{Lu}&&[" + LETTERS + "]][" + LETTERS + "0-9 '’&/.,()+-]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What is left of a letter without its mark where Unicode takes none off, and what a reader takes one sign for. */
    private static final Map<String, String> TAKEN_FOR = Map.ofEntries(
            Map.entry("ı", "l"),
            Map.entry("i", "l"),
            Map.entry("ł", "l"),
            Map.entry("1", "l"),
            Map.entry("0", "o"),
            Map.entry("ø", "o"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("ħ", "h"),
            Map.entry("ŧ", "t"),
            Map.entry("ĸ", "k"),
            Map.entry("ŋ", "n"),
            Map.entry("þ", "p"),
            Map.entry("ß", "b"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"));

    static ContextWords read(@Nullable String en, @Nullable String nl) {
        return new ContextWords(one(en, "en"), one(nl, "nl"));
    }

    private static String one(@Nullable String typed, String field) {
        String text = Normalizer.normalize(Input.text(typed, field), Form.NFKC).replaceAll(" +", " ");
        boolean usable = text.length() <= LONGEST
                && WORDS.matcher(text).matches()
                && text.codePoints().filter(Character::isDigit).count() <= MOST_DIGITS;
        if (!usable) {
            throw new RejectedException(VocabularyRejection.WORDS_UNUSABLE);
        }
        return text;
    }

    /** Two that read alike would make two contexts one for whoever signs. */
    boolean readsLike(Map<String, String> other) {
        return alike(en, other.get("en")) || alike(nl, other.get("nl"));
    }

    private static boolean alike(String one, @Nullable String other) {
        return other != null && letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        MARKS.matcher(Normalizer.normalize(text, Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .forEach(sign -> letters.append(TAKEN_FOR.getOrDefault(sign, sign)));
        return letters.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d");
    }

    Map<String, String> byLanguage() {
        return Map.of("en", en, "nl", nl);
    }

    @Override
    public String toString() {
        return "ContextWords[hidden]";
    }
}
