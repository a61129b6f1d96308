package org.quitclaim.command.photo;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name as it is compared: its words in any order, without accents, signs and capitals.
 *
 * <p>Two names are alike where all words of one are in the other: a file says "Anna" or "de Vries, Anna" where the list says
 * "Anna de Vries". That is enough to ask a human, and to destroy what may be about somebody who is erased.
 */
record NameParts(Set<String> words) {
    private static final int LONGEST = 1_000;

    NameParts {
        words = Set.copyOf(words);
    }

    static NameParts of(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String plain = Normalizer.normalize(cut, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return new NameParts(Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    boolean isAlike(NameParts other) {
        return !words.isEmpty()
                && !other.words.isEmpty()
                && (words.containsAll(other.words) || other.words.containsAll(words));
    }

    @Override
    public String toString() {
        return "NameParts[hidden]";
    }
}
