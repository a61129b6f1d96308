package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.Cast;

/** People choose on their own page, nothing preselected. */
final class SigningChapter implements Chapter {
    @Override
    public String title() {
        return "People decide";
    }

    @Override
    public void play(Tale tale) {
        tale.stage.check(Check.D07, () -> Finding.refused("consent.missing-choice", silent(tale)));
        patient(tale);
        pupil(tale);
        everybodyElse(tale);
        tale.stage.check(Check.D13, () -> endDates(tale));
        tale.stage.check(Check.D14, () -> Finding.refused("consent.already-answered", sign(tale, Cast.EDITOR)));
        tale.stage.say("The alderman allows photos but refuses recognition; the nurse refuses advertising;");
        tale.stage.say("the patient allows one subject only; the teacher signs for thirty days.");
    }

    private static PersonalPage page(Tale tale, Cast role) {
        return new PersonalPage(tale.staff.visitor(), tale.page(role));
    }

    private static Reply sign(Tale tale, Cast role) {
        return page(tale, role).answer(Parts.of(role).answers());
    }

    private static Reply silent(Tale tale) {
        List<Map<String, Object>> answers = Parts.of(Cast.EDITOR).answers();
        return page(tale, Cast.EDITOR).answer(answers.subList(0, answers.size() - 1));
    }

    private static void patient(Tale tale) {
        tale.stage.check(
                Check.D08,
                () -> Finding.refused(
                        "consent.confirmation-needed",
                        page(tale, Cast.PATIENT)
                                .answerInOneStep(Parts.of(Cast.PATIENT).answers())));
        tale.stage.check(Check.D09, () -> Finding.accepted(sign(tale, Cast.PATIENT)));
    }

    private static void pupil(Tale tale) {
        tale.stage.check(Check.D10, () -> Finding.refused("consent.representative-needed", sign(tale, Cast.PUPIL)));
        tale.stage.check(
                Check.D11,
                () -> Finding.accepted(page(tale, Cast.PUPIL)
                        .answerFor(Parts.of(Cast.PUPIL).answers(), List.of(tale.recall("mother as representative")))));
    }

    private static void everybodyElse(Tale tale) {
        tale.stage.check(
                Check.D12,
                () -> Parts.all().keySet().stream()
                        .filter(role -> role != Cast.PATIENT && role != Cast.PUPIL)
                        .map(role -> Finding.accepted(sign(tale, role)))
                        .reduce(Finding.that(true, ""), Finding::and));
    }

    private static Finding endDates(Tale tale) {
        String until = tale.today.plusDays(30).toString();
        Reply teacher = tale.staff.officer().get("/api/persons/" + tale.person(Cast.TEACHER));
        return Finding.that(
                teacher.orFail().json().toString().contains(until), "no " + until + " in " + teacher.json());
    }
}
