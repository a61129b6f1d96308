package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.Found;

/** One step that follows the destruction of a key; bears being repeated. */
interface FollowUp {
    ErasureStep step();

    Outcome take(Open open, Origin origin);

    /** What says that it was taken. */
    default ErasureCommand record(Open open) {
        return new RecordErasureStep(open.work().id(), step());
    }

    /** What came of trying. */
    sealed interface Outcome {
        Outcome DONE = new Done();
        Outcome WAITING = new Waiting();

        record Done() implements Outcome {}

        /** For somebody or something else; not a failure. */
        record Waiting() implements Outcome {}

        /** Something is still there that should be gone. */
        record Leftovers(List<Found> found) implements Outcome {
            public Leftovers {
                found = List.copyOf(found);
            }
        }
    }
}
