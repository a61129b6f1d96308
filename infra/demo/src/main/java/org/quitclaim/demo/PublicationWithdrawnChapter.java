package org.quitclaim.demo;

import java.nio.charset.StandardCharsets;
import org.quitclaim.drawn.Cast;

/** Truus no longer wants to be on the website. */
final class PublicationWithdrawnChapter implements Chapter {
    @Override
    public String title() {
        return "Another takes back the website";
    }

    @Override
    public void play(StorySoFar story) {
        String online = story.recall("reception online");
        new PersonalPage(story.staff.visitor(), story.page(Cast.GRANDMOTHER))
                .withdraw("WEBSITE")
                .orFail();
        story.stage.check(Check.D43, () -> Takedowns.ordered(story, online));
        story.stage.check(Check.D44, () -> red(story));
        story.stage.check(
                Check.D45, () -> Verdict.ask(story, Shot.RECEPTION, "WEBSITE").blockedFor("consent.withdrawn"));
        story.stage.check(
                Check.D46, () -> Finding.same(false, Takedowns.open(story).contains(story.recall("crowd covered"))));
        story.stage.check(
                Check.D47,
                () -> Finding.accepted(Takedowns.acknowledge(story, online))
                        .and(Finding.same(false, Takedowns.open(story).contains(online))));
        story.stage.check(Check.D58, () -> ownData(story));
    }

    private static Finding ownData(StorySoFar story) {
        String data = new String(
                new PersonalPage(story.staff.visitor(), story.page(Cast.GRANDMOTHER))
                        .data()
                        .orFail()
                        .bytes(),
                StandardCharsets.UTF_8);
        return Finding.that(data.contains(story.person(Cast.GRANDMOTHER)), "it is not about her")
                .and(Finding.that(data.contains("\"WITHDRAWN\""), "it does not say what she took back"))
                .and(Finding.that(data.contains(story.recall("reception online")), "a recipient is missing"))
                .and(Finding.that(!data.contains(story.person(Cast.VOLUNTEER)), "somebody else is in it"))
                .and(Finding.that(!data.contains(story.person(Cast.TEACHER)), "somebody else is in it"));
    }

    private static Finding red(StorySoFar story) {
        PhotoView view =
                PhotoView.of(story.staff.editor(), story.photo(Shot.RECEPTION).id());
        return Finding.same("RED", view.colour("WEBSITE"))
                .and(Finding.that(view.reasons("WEBSITE").contains("consent.withdrawn"), view.reasons("WEBSITE")));
    }
}
