package org.quitclaim.certificate.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What papers say to whoever signed for somebody else. */
class WordsTest {
    /** What is true of whoever reads, for whomever they answer. */
    private static final List<String> OF_THE_READER = List.of(
            "the person you represent",
            "your permission for",
            "that you gave for",
            "WHAT YOU ALLOWED FOR THAT PERSON",
            "the page that you have for that person",
            "whenever you like",
            "that is why you confirmed it",
            "WHAT YOU WERE TOLD",
            "text that you saw",
            "WHO ASKED YOU",
            "You can reach our",
            "you can ask us",
            "You can ask for what remains",
            "de persoon die u vertegenwoordigt",
            "uw toestemming voor",
            "die u gaf voor",
            "WAT U VOOR DIE PERSOON HEBT TOEGESTAAN",
            "de pagina die u voor die persoon hebt",
            "wanneer u wilt",
            "daarom hebt u het bevestigd",
            "WAT U VERTELD IS",
            "tekst die u zag",
            "WIE HET U VROEG",
            "bereikt u via",
            "kunt u ons om",
            "U kunt vragen");

    private static final Pattern READER = Pattern.compile("(?i)\\b(you|your|yours|u|uw)\\b");

    private static String withoutTheReader(String text) {
        String left = text;
        for (String part : OF_THE_READER) {
            left = left.replace(part, "");
        }
        return left;
    }

    private static boolean isOnAPaperForPeople(String key) {
        return key.startsWith("receipt.") || key.startsWith("letter.") || key.startsWith("law.");
    }

    @Test
    void whoever_signed_for_somebody_else_reads_no_sentence_that_makes_them_the_person_on_the_photo() {
        for (Words words : List.of(Words.ENGLISH, Words.DUTCH)) {
            Words them = words.forAnother(true);
            assertThat(them.texts().stringPropertyNames())
                    .filteredOn(WordsTest::isOnAPaperForPeople)
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(
                                    READER.matcher(withoutTheReader(them.texts().getProperty(key)))
                                            .find())
                            .as("%s=%s", key, them.texts().getProperty(key))
                            .isFalse());
        }
    }

    @Test
    void whoever_signed_for_themselves_reads_of_themselves() {
        assertThat(Words.ENGLISH.forAnother(false).say("receipt.purpose.RECOGNITION"))
                .isEqualTo("Recognising your face on our photos");
        assertThat(Words.ENGLISH.forAnother(true).say("receipt.purpose.RECOGNITION"))
                .isEqualTo("Recognising the face of the person you represent on our photos");
    }

    @Test
    void every_sentence_for_them_stands_in_the_place_of_another_in_both_languages() {
        for (Words words : List.of(Words.ENGLISH, Words.DUTCH)) {
            assertThat(words.texts().stringPropertyNames())
                    .filteredOn(key -> key.startsWith("represented."))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(words.texts()).containsKey(key.substring("represented.".length())));
        }
        assertThat(Words.ENGLISH.texts().keySet()).isEqualTo(Words.DUTCH.texts().keySet());
    }
}
