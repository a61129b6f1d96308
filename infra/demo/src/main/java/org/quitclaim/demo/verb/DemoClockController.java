package org.quitclaim.demo.verb;

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
        Instant to = Input.need(body.to(), "to");
        if (to.isAfter(clock.farthest())) {
            throw new RejectedException(
                    new InputRejection("demo.clock-too-far", "The clock can be moved up to 100 years ahead."));
        }
        if (!clock.moveTo(to)) {
            throw new RejectedException(
                    new InputRejection("demo.clock-runs-forward", "The clock can only be moved forward."));
        }
        reconciler.wake();
        return new Now(clock.instant());
    }
}
