package org.quitclaim.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/**
 * The story of Stichting Lindeveld's open day, from the first consent text to the last deletion.
 *
 * <p><b>Guarantees</b>: it uses the public HTTP API only; a check that throws has failed, and the story goes on where it
 * can; every check is printed once under its id.
 *
 * <p><b>Thread-safety</b>: one story at a time per server, on an installation that has not seen it yet.
 */
public final class DemoStory {
    private static final List<Chapter> CHAPTERS = List.of(
            new NoticeChapter(),
            new PeopleChapter(),
            new SigningChapter(),
            new EnrolmentChapter(),
            new ShootChapter(),
            new MatchingChapter(),
            new PublicationChapter(),
            new UnregisteredChapter(),
            new RecognitionWithdrawnChapter(),
            new PublicationWithdrawnChapter(),
            new ExpiryChapter(),
            new WrongInputChapter());

    private DemoStory() {}

    /** Tells the story on the server at {@code base} and says how it went. */
    public static DemoResult run(URI base, DemoLogins logins, PrintStream out) {
        Stage stage = new Stage(out, Ink.forThisProcess());
        tell(base, logins, stage);
        return stage.result();
    }

    private static void tell(URI base, DemoLogins logins, Stage stage) {
        Staff staff;
        try {
            staff = Staff.logIn(new Server(base), logins);
        } catch (RuntimeException e) {
            stage.brokeOff(e);
            return;
        }
        Tale tale = new Tale(stage, staff);
        CHAPTERS.forEach(chapter -> tell(chapter, tale));
    }

    // A chapter that breaks off must not keep the next ones from being told: what it did not reach counts as failed.
    private static void tell(Chapter chapter, Tale tale) {
        tale.stage.heading(chapter.title());
        try {
            chapter.play(tale);
        } catch (RuntimeException e) {
            tale.stage.brokeOff(e);
        }
    }
}
