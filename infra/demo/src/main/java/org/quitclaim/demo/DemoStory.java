package org.quitclaim.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.quitclaim.drawn.Cast;

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
        try {
            StorySoFar story = new StorySoFar(stage, Staff.logIn(new Server(base), logins));
            if (populated(story.staff)) {
                throw new Unexpected("this data folder holds people already; the story needs an empty one");
            }
            CHAPTERS.forEach(chapter -> tell(chapter, story));
            return stage.result(whereToLook(base, logins, story));
        } catch (RuntimeException e) {
            stage.brokeOff(e);
            return stage.result(Guide.lines(base, logins));
        }
    }

    /** Whether somebody is registered at the server, so that the story cannot begin. */
    public static boolean populated(URI base, DemoLogins logins) {
        return populated(Staff.logIn(new Server(base), logins));
    }

    private static boolean populated(Staff staff) {
        return !staff.officer()
                .get("/api/persons?limit=1")
                .orFail()
                .list("items")
                .isEmpty();
    }

    /** Where to look around on a server that holds the story. */
    public static List<String> whereToLook(URI base, DemoLogins logins) {
        return Guide.lines(base, logins);
    }

    private static List<String> whereToLook(URI base, DemoLogins logins, StorySoFar story) {
        return story.link(Cast.MOTHER)
                .map(page ->
                        Guide.lines(base, logins, page, Parts.of(Cast.MOTHER).name()))
                .orElseGet(() -> Guide.lines(base, logins));
    }

    // A chapter that breaks off must not keep the next ones from being told: what it did not reach counts as failed.
    private static void tell(Chapter chapter, StorySoFar story) {
        story.stage.heading(chapter.title());
        try {
            chapter.play(story);
        } catch (RuntimeException e) {
            story.stage.brokeOff(e);
        }
    }
}
