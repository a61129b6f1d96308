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
    public void play(Tale tale) {
        String online = tale.recall("reception online");
        new PersonalPage(tale.staff.visitor(), tale.page(Cast.GRANDMOTHER))
                .withdraw("WEBSITE")
                .orFail();
        tale.stage.check(Check.D43, () -> Takedowns.ordered(tale, online));
        tale.stage.check(Check.D44, () -> red(tale));
        tale.stage.check(
                Check.D45, () -> Verdict.ask(tale, Shot.RECEPTION, "WEBSITE").blockedFor("consent.withdrawn"));
        tale.stage.check(
                Check.D46, () -> Finding.same(false, Takedowns.open(tale).contains(tale.recall("crowd covered"))));
        tale.stage.check(
                Check.D47,
                () -> Finding.accepted(Takedowns.acknowledge(tale, online))
                        .and(Finding.same(false, Takedowns.open(tale).contains(online))));
        tale.stage.check(Check.D58, () -> ownData(tale));
    }

    private static Finding ownData(Tale tale) {
        String data = new String(
                new PersonalPage(tale.staff.visitor(), tale.page(Cast.GRANDMOTHER))
                        .data()
                        .orFail()
                        .bytes(),
                StandardCharsets.UTF_8);
        return Finding.that(data.contains(tale.person(Cast.GRANDMOTHER)), "it is not about her")
                .and(Finding.that(data.contains("\"WITHDRAWN\""), "it does not say what she took back"))
                .and(Finding.that(data.contains(tale.recall("reception online")), "a recipient is missing"))
                .and(Finding.that(!data.contains(tale.person(Cast.VOLUNTEER)), "somebody else is in it"))
                .and(Finding.that(!data.contains(tale.person(Cast.TEACHER)), "somebody else is in it"));
    }

    private static Finding red(Tale tale) {
        PhotoView view =
                PhotoView.of(tale.staff.editor(), tale.photo(Shot.RECEPTION).id());
        return Finding.same("RED", view.colour("WEBSITE"))
                .and(Finding.that(view.reasons("WEBSITE").contains("consent.withdrawn"), view.reasons("WEBSITE")));
    }
}
