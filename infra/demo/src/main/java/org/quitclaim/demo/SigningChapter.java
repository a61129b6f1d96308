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
    public void play(StorySoFar story) {
        story.stage.check(Check.D07, () -> Finding.refused("consent.missing-choice", silent(story)));
        patient(story);
        pupil(story);
        everybodyElse(story);
        story.stage.check(Check.D59, () -> seen(story));
        story.stage.check(Check.D13, () -> endDates(story));
        story.stage.check(Check.D14, () -> Finding.refused("consent.already-answered", sign(story, Cast.EDITOR)));
        story.stage.say("The alderman allows photos but refuses recognition; the nurse refuses advertising;");
        story.stage.say("the patient allows one subject only; the teacher signs for thirty days.");
        story.stage.say(
                "An editor has met everybody whom the officer registered, and says that the answers are theirs; of the patient's"
                        + " photos the second officer says it.");
    }

    private static PersonalPage page(StorySoFar story, Cast role) {
        return new PersonalPage(story.staff.visitor(), story.page(role));
    }

    private static Reply sign(StorySoFar story, Cast role) {
        return page(story, role).answer(Parts.of(role).answers());
    }

    private static Reply silent(StorySoFar story) {
        List<Map<String, Object>> answers = Parts.of(Cast.EDITOR).answers();
        return page(story, Cast.EDITOR).answer(answers.subList(0, answers.size() - 1));
    }

    private static void patient(StorySoFar story) {
        story.stage.check(
                Check.D08,
                () -> Finding.refused(
                        "consent.confirmation-needed",
                        page(story, Cast.PATIENT)
                                .answerInOneStep(Parts.of(Cast.PATIENT).answers())));
        story.stage.check(Check.D09, () -> Finding.accepted(sign(story, Cast.PATIENT)));
    }

    private static void pupil(StorySoFar story) {
        story.stage.check(Check.D10, () -> Finding.refused("consent.representative-needed", sign(story, Cast.PUPIL)));
        story.stage.check(
                Check.D11,
                () -> Finding.accepted(page(story, Cast.PUPIL)
                        .answerFor(Parts.of(Cast.PUPIL).answers(), List.of(story.recall("mother as representative")))));
    }

    private static void everybodyElse(StorySoFar story) {
        story.stage.check(
                Check.D12,
                () -> Parts.all().keySet().stream()
                        .filter(role -> role != Cast.PATIENT && role != Cast.PUPIL)
                        .map(role -> Finding.accepted(sign(story, role)))
                        .reduce(Finding.that(true, ""), Finding::and));
    }

    private static Finding seen(StorySoFar story) {
        Reply alone = new SecondEmployee(story.staff.officer()).says(story.person(Cast.PATIENT));
        SecondEmployee editor = new SecondEmployee(story.staff.editor());
        Parts.all().keySet().forEach(role -> editor.hasSeen(story.person(role)));
        new SecondEmployee(story.staff.secondOfficer()).hasSeen(story.person(Cast.PATIENT));
        return Finding.refused("consent.seen-by-the-same", alone);
    }

    private static Finding endDates(StorySoFar story) {
        String until = story.today.plusDays(30).toString();
        Reply teacher = story.staff.officer().get("/api/persons/" + story.person(Cast.TEACHER));
        return Finding.that(
                teacher.orFail().json().toString().contains(until), "no " + until + " in " + teacher.json());
    }
}
