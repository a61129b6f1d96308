package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;

/**
 * Many stories of marks, names, moves, covers, reviews, undoings, late marks, versions made of what was replaced meanwhile and
 * replaced originals: nobody who did not allow it is released. The same on real pixels, of few stories, is in the command side.
 */
class ReleasedStoriesTest {
    @Property(tries = 400)
    @Requirement({"R42", "R87"})
    void noReleasedVersionShowsAFaceOfSomebodyWhoDidNotAllowIt(@ForAll long seed) {
        new ReleaseStory(seed).told();
    }

    /** A mark of somebody who allows it was moved over a cover that missed; the face beneath was taken for theirs. */
    @Test
    @Requirement({"R42", "R87"})
    void markThatReachesOverACover_doesNotExplainTheFaceUnderIt() {
        new ReleaseStory(2411769134L).told();
    }

    /** A property over stories in which nothing ever leaves says nothing. */
    @Test
    void manyOfTheseStoriesReleaseSomething() {
        int released = 0;
        for (int seed = 0; seed < 100; seed++) {
            released += new ReleaseStory(seed).told() > 0 ? 1 : 0;
        }
        assertThat(released).isGreaterThan(30);
    }
}
