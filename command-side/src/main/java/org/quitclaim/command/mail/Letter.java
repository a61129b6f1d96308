package org.quitclaim.command.mail;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is mailed with a link.
 *
 * <p><b>Guarantees:</b> whoever else reads it, or only its subject on a locked screen, learns nothing of the person: no
 * name, no capacity, no picture, nothing of what is asked. In both languages, since which one she reads is not known.
 */
record Letter(String subject, String text) {
    private static final DateTimeFormatter DUTCH_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl", "NL"));
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("en", "GB"));
    private static final String SUBJECT = "Een vraag aan u / A question for you";

    /**
     * @param organisation its name as it described itself; null where it did not
     * @param last the last day on which it answers
     */
    static Letter of(URI link, @Nullable String organisation, LocalDate last) {
        String dutch = """
                Er is een vraag aan u%s.

                Open deze link om haar te lezen en te beantwoorden. U hoeft geen toestemming te geven, en wat u
                toestaat kunt u met dezelfde link altijd intrekken.

                %s

                De link is alleen voor u: wie hem heeft, kan namens u antwoorden. Stuur hem niet door.
                Antwoorden kan tot en met %s.
                Kent u dit niet? Dan hoeft u niets te doen.
                """.formatted(organisation == null ? "" : " van " + organisation, link, DUTCH_DAY.format(last));
        String english =
                """
                There is a question for you%s.

                Open this link to read and answer it. You do not have to allow anything, and whatever you allow you
                can take back with the same link at any time.

                %s

                The link is for you alone: whoever has it can answer in your name. Do not forward it.
                You can answer until %s.
                If this means nothing to you, you need not do anything.
                """.formatted(organisation == null ? "" : " from " + organisation, link, ENGLISH_DAY.format(last));
        return new Letter(SUBJECT, dutch + "\n--\n\n" + english);
    }

    @Override
    public String toString() {
        return "Letter[hidden]";
    }
}
