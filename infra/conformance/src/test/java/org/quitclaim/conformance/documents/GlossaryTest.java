package org.quitclaim.conformance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the glossary says is read on a screen stands in the words of a page, in the language it is said for. */
class GlossaryTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final String PAGES = "query-side/src/main/resources/static/";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\S.* \\| .* \\| (.+) \\|$");
    private static final String PERSON = "command-side/src/main/resources/org/quitclaim/command/ownpage/";

    @Test
    void whatIsSaidToBeOnAScreenIsOnOne() {
        List<String> missing = new ArrayList<>();
        List<MatchResult> rows = ROW.matcher(Documents.read(ROOT.resolve("docs/glossary.md")))
                .results()
                .filter(row -> !row.group(1).contains("on screen"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        rows.forEach(row -> {
            String[] said = row.group(1).split(" / ");
            missing(said[0], words("en")).forEach(missing::add);
            missing(said[said.length - 1], words("nl")).forEach(missing::add);
        });
        assertThat(missing).isEmpty();
    }

    private static String words(String language) {
        return Documents.read(ROOT.resolve(PAGES + "app/words-" + language + ".js"))
                + Documents.read(ROOT.resolve(PERSON + "words_" + language + ".properties"));
    }

    /** A dash says that no screen shows it; an ellipsis stands for what changes. */
    private static Stream<String> missing(String said, String words) {
        return Stream.of(said.split(", "))
                .map(one -> one.replace("…", "").replace("–", "").strip())
                .filter(one -> !words.toLowerCase(Locale.ROOT)
                        .contains(one.toLowerCase(Locale.ROOT).replaceAll("\\?$", "")));
    }
}
