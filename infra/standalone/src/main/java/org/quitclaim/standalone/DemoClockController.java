package org.quitclaim.standalone;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.work.Reconciler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the demonstration's clock; expiry itself still comes from the tick. */
@RestController
class DemoClockController {
    private final DemoClock clock;
    private final Reconciler reconciler;

    DemoClockController(DemoClock clock, Reconciler reconciler) {
        this.clock = clock;
        this.reconciler = reconciler;
    }

    record Moved(@Nullable Instant to) {}

    record Now(Instant now) {}

    @PostMapping("/api/demo/clock")
    @AllowedFor(Role.ADMIN)
    Now move(@RequestBody Moved body) throws IOException {
        if (!clock.moveTo(Input.need(body.to(), "to"))) {
            throw new RejectedException(
                    new InputRejection("demo.clock-runs-forward", "The clock can only be moved forward."));
        }
        reconciler.wake();
        return new Now(clock.instant());
    }
}
