package org.quitclaim.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.gate.Story.Act;
import org.quitclaim.domain.gate.Story.Happening;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationState;

/** No order of events leaves something cleared that somebody visible does not allow and that nobody takes down. */
@Requirement({"R18", "R40", "R41"})
class GateInterleavingsTest {
    /** The covered version, on the website. */
    private static final Happening REQUEST = new Happening(Act.REQUEST, 2);

    private static final Happening GATE = new Happening(Act.GATE, 0);

    @Property(tries = 1000)
    void whateverTheOrderAClearedPublicationIsAuthorisedOrComesDown(@ForAll("happenings") List<Happening> happenings) {
        Story story = told(Flaw.NONE, happenings);
        assertThat(story.world().publications())
                .as(() -> story.world().toString())
                .allMatch(story.world()::safe);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyStepOfTheGateIsNeeded(Flaw flaw) {
        List<Happening> story = undoing(flaw);
        assertThat(told(Flaw.NONE, story).isSafe()).isTrue();
        assertThat(told(flaw, story).isSafe()).isFalse();
    }

    /** A story that the gate survives and its flawed variant does not. */
    private static List<Happening> undoing(Flaw flaw) {
        return switch (flaw) {
            case NONE -> List.of();
            case REGATE_SKIPS_THE_PHOTO -> after(cleared(), new Happening(Act.DRAW, 0));
            case OLD_ANSWER_IS_REUSED ->
                after(cleared(), new Happening(Act.WITHDRAW, 0), new Happening(Act.SETTLE, 0), REQUEST);
            case FOLLOW_UP_LEAVES_REQUESTS ->
                after(asked(), new Happening(Act.WITHDRAW, 0), new Happening(Act.SETTLE, 0));
            case FOLLOW_UP_NOTED_FIRST ->
                after(
                        cleared(),
                        new Happening(Act.WITHDRAW, 0),
                        new Happening(Act.FOLLOW_UP, 0),
                        new Happening(Act.CRASH, 0));
            case REGATE_NOTED_FIRST ->
                after(cleared(), new Happening(Act.DRAW, 0), new Happening(Act.REGATE, 0), new Happening(Act.CRASH, 0));
            case INTERRUPTED_GATE_CLEARS ->
                List.of(new Happening(Act.WITHDRAW, 0), REQUEST, new Happening(Act.CRASH, 0));
            case REGATE_ANSWERS_UNRECORDED ->
                after(
                        cleared(),
                        new Happening(Act.DETACH, 0),
                        new Happening(Act.SIGHT, 2),
                        new Happening(Act.SETTLE, 0),
                        new Happening(Act.WITHDRAW, 2));
        };
    }

    /** With nothing left to do from the upload, the photo, Anna and Boris said yes. */
    private static List<Happening> asked() {
        return List.of(new Happening(Act.SETTLE, 0), REQUEST, GATE, GATE, GATE);
    }

    private static List<Happening> cleared() {
        return after(asked(), GATE);
    }

    private static List<Happening> after(List<Happening> before, Happening... then) {
        return Stream.concat(before.stream(), Stream.of(then)).toList();
    }

    /** A property that never clears anything would hold too. */
    @Example
    void manyStoriesEndWithSomethingLiveAndManyWithSomethingTakenBack() {
        List<PublicationState> ends = happenings()
                .sampleStream()
                .limit(300)
                .map(happenings -> told(Flaw.NONE, happenings).world())
                .flatMap(world -> world.publications().stream().map(world::state))
                .toList();
        assertThat(ends.stream().filter(PublicationState::live)).hasSizeGreaterThan(20);
        assertThat(ends.stream().filter(PublicationState.TakedownDue.class::isInstance))
                .hasSizeGreaterThan(20);
        assertThat(ends.stream().filter(PublicationState.Blocked.class::isInstance))
                .hasSizeGreaterThan(20);
    }

    @Example
    @Requirement("R18")
    void aFaceDrawnBetweenThePhotosYesAndTheClearanceTakesItBack() {
        Story story = told(Flaw.NONE, List.of(REQUEST, GATE, new Happening(Act.DRAW, 0), GATE, GATE, GATE));
        assertThat(only(story)).isInstanceOf(PublicationState.TakedownDue.class);
    }

    @Example
    @Requirement("R18")
    void aClearanceAfterTheRevocationWasFollowedUpIsRefused() {
        Story story =
                told(Flaw.NONE, after(asked(), new Happening(Act.RESTRICT, 0), new Happening(Act.SETTLE, 0), GATE));
        assertThat(only(story)).isInstanceOf(PublicationState.Blocked.class);
    }

    private static PublicationState only(Story story) {
        PublicationId id = story.world().publications().getFirst();
        return story.world().state(id);
    }

    private static Story told(Flaw flaw, List<Happening> happenings) {
        Story story = new Story(flaw);
        story.play(happenings);
        story.rest();
        return story;
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return AnyStory.happenings();
    }
}
