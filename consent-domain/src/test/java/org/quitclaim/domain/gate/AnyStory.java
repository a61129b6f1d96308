package org.quitclaim.domain.gate;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.quitclaim.domain.gate.Story.Act;
import org.quitclaim.domain.gate.Story.Happening;

/** What may happen, in any order; often enough so that much is cleared and much taken back. */
public final class AnyStory {
    /** The covered version on the website: the photo, Anna and Boris said yes. */
    private static final List<Happening> LIVE = List.of(
            new Happening(Act.SETTLE, 0),
            new Happening(Act.REQUEST, 2),
            new Happening(Act.GATE, 0),
            new Happening(Act.GATE, 0),
            new Happening(Act.GATE, 0),
            new Happening(Act.GATE, 0));

    private AnyStory() {}

    public static Arbitrary<List<Happening>> happenings() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(6, Act.REQUEST),
                Tuple.of(24, Act.GATE),
                Tuple.of(5, Act.FOLLOW_UP),
                Tuple.of(5, Act.REGATE),
                Tuple.of(2, Act.WITHDRAW),
                Tuple.of(2, Act.GRANT),
                Tuple.of(1, Act.RESTRICT),
                Tuple.of(1, Act.LIFT),
                Tuple.of(1, Act.PASS_TIME),
                Tuple.of(1, Act.TICK),
                Tuple.of(1, Act.DRAW),
                Tuple.of(2, Act.SIGHT),
                Tuple.of(1, Act.DETACH),
                Tuple.of(1, Act.MOVE),
                Tuple.of(2, Act.REVIEW),
                Tuple.of(2, Act.PUBLISHED),
                Tuple.of(3, Act.SETTLE),
                Tuple.of(1, Act.CRASH));
        return acts(acts).list().ofMinSize(1).ofMaxSize(60);
    }

    /** What may happen around something that is live, with its photo changed while it is judged anew. */
    public static Arbitrary<List<Happening>> aroundARelease() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(8, Act.REGATE),
                Tuple.of(4, Act.GATE),
                Tuple.of(2, Act.FOLLOW_UP),
                Tuple.of(2, Act.REVIEW),
                Tuple.of(2, Act.DRAW),
                Tuple.of(2, Act.SIGHT),
                Tuple.of(2, Act.DETACH),
                Tuple.of(1, Act.MOVE),
                Tuple.of(1, Act.REQUEST),
                Tuple.of(1, Act.WITHDRAW),
                Tuple.of(1, Act.CRASH));
        return acts(acts)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(then -> Stream.concat(LIVE.stream(), then.stream()).toList());
    }

    private static Arbitrary<Happening> acts(Arbitrary<Act> acts) {
        return Combinators.combine(acts, Arbitraries.integers().between(0, 29)).as(Happening::new);
    }
}
