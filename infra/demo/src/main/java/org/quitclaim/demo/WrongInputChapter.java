package org.quitclaim.demo;

import java.nio.charset.StandardCharsets;

/** What the server says to nonsense. */
final class WrongInputChapter implements Chapter {
    @Override
    public String title() {
        return "Nonsense is answered clearly, and changes nothing";
    }

    @Override
    public void play(StorySoFar story) {
        Staff staff = story.staff;
        story.stage.check(Check.D51, () -> {
            byte[] letter = "Dear sir or madam".getBytes(StandardCharsets.UTF_8);
            Reply refused = Darkroom.send(story, "shoot", "letter.jpg", letter);
            return Finding.that(refused.status() == 422 && !refused.code().isEmpty(), refused);
        });
        story.stage.check(
                Check.D52,
                () -> Finding.refused("request.malformed", staff.officer().raw("POST", "/api/persons", "{\"name\":"))
                        .and(Finding.refused(
                                "request.unknown-field",
                                staff.officer().raw("POST", "/api/persons", "{\"shoeSize\": 43}"))));
        story.stage.check(
                Check.D53,
                () -> Finding.refused("access.login-needed", staff.visitor().get("/api/photos")));
        story.stage.check(
                Check.D54,
                () -> Finding.refused(
                        "access.not-allowed",
                        staff.photographer()
                                .raw(
                                        "POST",
                                        "/api/notices",
                                        NoticeText.complete().toString())));
        story.stage.check(
                Check.D55,
                () -> Finding.same(
                        404,
                        staff.editor()
                                .get("/api/photos/pho_AAAAAAAAAAAAAAAAAAAAAAAAAA")
                                .status()));
    }
}
