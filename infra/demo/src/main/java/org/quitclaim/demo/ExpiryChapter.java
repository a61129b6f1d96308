package org.quitclaim.demo;

import java.time.Instant;
import java.util.Map;
import org.quitclaim.drawn.Cast;

/** Thirty-one days later, by the demo's own clock. */
final class ExpiryChapter implements Chapter {
    @Override
    public String title() {
        return "A month later";
    }

    @Override
    public void play(StorySoFar story) {
        Instant later =
                story.today.plusDays(31).atTime(9, 0).atZone(AskedUse.ZONE).toInstant();
        story.staff
                .admin()
                .post("/api/demo/clock", Map.of("to", later.toString()))
                .orFail();
        story.stage.say("The demo's clock is moved on by thirty-one days; nobody does anything.");
        story.stage.check(Check.D48, () -> Takedowns.ordered(story, story.recall("library online")));
        story.stage.check(Check.D49, () -> {
            PhotoView view =
                    PhotoView.of(story.staff.editor(), story.photo(Shot.LIBRARY).id());
            return Finding.same("RED", view.colour("WEBSITE"))
                    .and(Finding.that(view.reasons("WEBSITE").contains("consent.expired"), view.reasons("WEBSITE")));
        });
        story.stage.check(Check.D50, () -> Erasure.done(story, Cast.TEACHER));
    }
}
