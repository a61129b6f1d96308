package org.quitclaim.demo;

import java.nio.charset.StandardCharsets;

/** What the server says to nonsense. */
final class WrongInputChapter implements Chapter {
    @Override
    public String title() {
        return "Nonsense is answered clearly, and changes nothing";
    }

    @Override
    public void play(Tale tale) {
        Staff staff = tale.staff;
        tale.stage.check(Check.D51, () -> {
            byte[] letter = "Dear sir or madam".getBytes(StandardCharsets.UTF_8);
            Reply refused = Darkroom.send(tale, "shoot", "letter.jpg", letter);
            return Finding.that(refused.status() == 422 && !refused.code().isEmpty(), refused);
        });
        tale.stage.check(
                Check.D52,
                () -> Finding.refused("request.malformed", staff.officer().raw("POST", "/api/persons", "{\"name\":"))
                        .and(Finding.refused(
                                "request.unknown-field",
                                staff.officer().raw("POST", "/api/persons", "{\"shoeSize\": 43}"))));
        tale.stage.check(
                Check.D53,
                () -> Finding.refused("access.login-needed", staff.visitor().get("/api/photos")));
        tale.stage.check(
                Check.D54,
                () -> Finding.refused(
                        "access.not-allowed",
                        staff.photographer()
                                .raw(
                                        "POST",
                                        "/api/notices",
                                        NoticeText.complete().toString())));
        tale.stage.check(
                Check.D55,
                () -> Finding.same(
                        404,
                        staff.editor()
                                .get("/api/photos/pho_AAAAAAAAAAAAAAAAAAAAAAAAAA")
                                .status()));
    }
}
