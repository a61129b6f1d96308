package org.quitclaim.access.token;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.access.problem.TokenWaits;
import org.quitclaim.domain.Rejection;

/** Why a token that is there opens nothing. Only whoever has its secret is told. */
sealed interface Shut {
    /** Since a restore nobody can tell whether it was revoked. */
    record Doubted() implements Shut {}

    /** Its history is damaged: its end may be what is missing. */
    record Damaged() implements Shut {}

    /** @param askerStands whether anybody can still agree to what was asked */
    record Waits(Instant until, BooleanSupplier askerStands) implements Shut {}

    /** Empty where it will never open anything: then its secret is as good as any other. */
    default Optional<Rejection> at(Instant now) {
        return switch (this) {
            case Doubted doubted -> Optional.of(AccessRejection.IN_DOUBT);
            case Damaged damaged -> Optional.of(RequestRejection.HISTORY_DAMAGED);
            case Waits waits ->
                now.isBefore(waits.until()) && waits.askerStands().getAsBoolean()
                        ? Optional.of(new TokenWaits(waits.until()))
                        : Optional.empty();
        };
    }
}
