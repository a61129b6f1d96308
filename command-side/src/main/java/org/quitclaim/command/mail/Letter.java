package org.quitclaim.command.mail;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is mailed with a link, or with the code that signs what was answered with one.
 *
 * <p><b>Guarantees:</b> whoever else reads it, or only its subject on a locked screen, learns nothing of the person: no
 * name, no capacity, no picture, nothing of what is asked. In both languages, since which one she reads is not known.
 */
record Letter(String subject, String text) {
    private static final DateTimeFormatter DUTCH_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl", "NL"));
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("en", "GB"));
    private static final String CODE_SUBJECT = "Uw code / Your code";
    private static final String SUBJECT = "Een vraag aan u / A question for you";

    /**
     * @param organisation its name as it described itself; null where it did not
     * @param last the last day on which it answers
     */
    static Letter of(URI link, @Nullable String organisation, LocalDate last) {
        String dutch = """
                Er is een vraag aan u%s.

                Open deze link om de vraag te lezen en te beantwoorden. U hoeft geen toestemming te geven, en wat u
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

    /**
     * The code that signs what she chose. It holds no link: whoever reads only this mail can answer nothing.
     *
     * @param organisation its name as it described itself; null where it did not
     */
    static Letter ofCode(String code, @Nullable String organisation) {
        String grouped = code.substring(0, code.length() / 2) + " " + code.substring(code.length() / 2);
        String dutch = """
                Uw code%s:

                %s

                Typ hem op de pagina waar u hem hebt gevraagd. Hij geldt een kwartier, alleen voor de antwoorden
                die u daar zag, en alleen de nieuwste telt.
                Geef de code aan niemand, ook niet aan iemand van de organisatie. Hebt u hem niet gevraagd? Dan
                heeft iemand anders uw link: typ niets, en zeg het de organisatie.
                """.formatted(organisation == null ? "" : " voor " + organisation, grouped);
        String english = """
                Your code%s:

                %s

                Type it on the page where you asked for it. It counts for a quarter of an hour, only for the answers
                that you saw there, and only the newest counts.
                Give the code to nobody, nor to anybody of the organisation. If you did not ask for it, somebody else
                has your link: type nothing, and tell the organisation.
                """.formatted(organisation == null ? "" : " for " + organisation, grouped);
        return new Letter(CODE_SUBJECT, dutch + "\n--\n\n" + english);
    }

    @Override
    public String toString() {
        return "Letter[hidden]";
    }
}
