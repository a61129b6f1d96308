package org.quitclaim.command.ownpage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.portal.PortalPages;
import org.quitclaim.command.portal.PortalPages.Question;
import org.quitclaim.command.signing.CodeView;
import org.quitclaim.domain.consent.Offer;

/**
 * What was chosen on the first of the two steps. What is signed are the fields of the second step, which she sees; this only
 * leads there, and back.
 *
 * @param answers by the number of the question; a question that was not answered is not in it
 * @param signers ids of who signs for the person
 */
record Chosen(Map<Integer, Boolean> answers, List<String> signers) {
    static final Chosen NONE = new Chosen(Map.of(), List.of());

    private static final Pattern FIELD = Pattern.compile("ask-(\\d{1,4})");
    private static final Pattern KEPT = Pattern.compile("(\\d{1,4})([yn])");
    private static final Pattern SIGNER = Pattern.compile("[A-Za-z0-9_]{1,60}");
    /** As many as anybody is asked at once, and more than anybody has who signs for them. */
    private static final int MOST = Offer.MOST_ASKED;

    Chosen {
        answers = Map.copyOf(answers);
        signers = List.copyOf(signers);
    }

    /** What a form sent; what is no answer to a question is none. */
    static Chosen sent(Map<String, String[]> fields) {
        Map<Integer, Boolean> answers = new TreeMap<>();
        fields.forEach((name, values) -> {
            Matcher field = FIELD.matcher(name);
            if (field.matches() && values.length == 1 && (values[0].equals("yes") || values[0].equals("no"))) {
                answers.put(Integer.valueOf(field.group(1)), values[0].equals("yes"));
            }
        });
        return new Chosen(answers, signers(Arrays.stream(fields.getOrDefault("representative", new String[0]))));
    }

    /** What a code signs. */
    static Chosen of(CodeView code) {
        return new Chosen(
                code.answers().stream().collect(Collectors.toMap(CodeView.Answered::ask, CodeView.Answered::granted)),
                code.record().representatives());
    }

    /** What {@link #kept} wrote, or nothing. */
    static Chosen read(String kept) {
        String[] parts = kept.split("!", 2);
        Map<Integer, Boolean> answers = new TreeMap<>();
        Stream.of(parts[0].split("\\.")).limit(MOST).map(KEPT::matcher).forEach(one -> {
            if (one.matches()) {
                answers.put(Integer.valueOf(one.group(1)), one.group(2).equals("y"));
            }
        });
        return new Chosen(answers, parts.length < 2 ? List.of() : signers(Stream.of(parts[1].split("\\."))));
    }

    private static List<String> signers(Stream<String> ids) {
        return ids.filter(id -> SIGNER.matcher(id).matches())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** In signs that a cookie may hold. */
    String kept() {
        return answers.entrySet().stream()
                        .map(one -> one.getKey() + (one.getValue() ? "y" : "n"))
                        .collect(Collectors.joining("."))
                + '!'
                + String.join(".", signers);
    }

    /** Whether it has no answer that counts. */
    boolean lacks(Question asked) {
        return !yes(asked) && !no(asked);
    }

    /** What the organisation takes no yes for any more has none. */
    boolean yes(Question asked) {
        return !asked.closed() && Boolean.TRUE.equals(answers.get(asked.ask()));
    }

    boolean no(Question asked) {
        return Boolean.FALSE.equals(answers.get(asked.ask()));
    }

    /** Whether every question of the page has its answer, and somebody signs who may. */
    boolean complete(PortalPages.Page page) {
        return page.asks().stream().noneMatch(this::lacks) && unsigned(page).isEmpty();
    }

    /** The word for why those who sign cannot. A no needs nobody's authority. */
    Optional<String> unsigned(PortalPages.Page page) {
        if (!OwnPages.isMinor(page) || page.asks().stream().noneMatch(this::yes)) {
            return Optional.empty();
        }
        if (page.representatives().isEmpty()) {
            return Optional.of("signNobody");
        }
        if (signers.isEmpty()) {
            return Optional.of("signMissing");
        }
        boolean enough = signers.size() > 1
                || page.representatives().stream()
                        .anyMatch(one -> one.alone()
                                && signers.contains(one.representativeId().value()));
        return enough ? Optional.empty() : Optional.of(OwnPages.bothSign(page));
    }

    /** Those that need a second yes. */
    List<Question> sensitive(PortalPages.Page page) {
        return page.asks().stream()
                .filter(asked -> yes(asked) && asked.confirm())
                .toList();
    }
}
