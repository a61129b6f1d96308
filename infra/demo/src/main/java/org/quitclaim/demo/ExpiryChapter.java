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
    public void play(Tale tale) {
        Instant later = tale.today.plusDays(31).atTime(9, 0).atZone(Wish.ZONE).toInstant();
        tale.staff
                .admin()
                .post("/api/demo/clock", Map.of("to", later.toString()))
                .orFail();
        tale.stage.say("The demo's clock is moved on by thirty-one days; nobody does anything.");
        tale.stage.check(Check.D48, () -> Takedowns.ordered(tale, tale.recall("library online")));
        tale.stage.check(Check.D49, () -> {
            PhotoView view =
                    PhotoView.of(tale.staff.editor(), tale.photo(Shot.LIBRARY).id());
            return Finding.same("RED", view.colour("WEBSITE"))
                    .and(Finding.that(view.reasons("WEBSITE").contains("consent.expired"), view.reasons("WEBSITE")));
        });
        tale.stage.check(Check.D50, () -> Erasure.done(tale, Cast.TEACHER));
    }
}
