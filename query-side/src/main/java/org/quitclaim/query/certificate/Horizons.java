package org.quitclaim.query.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.id.InstallationId;

/** For how long images of the machine that were made since then are kept, as the organisation recorded it. */
@FunctionalInterface
interface Horizons {
    /** The longest that was in force; empty if nothing was ever declared. */
    Optional<Period> since(Instant then);

    /** Which of two moments came first, only a clock says that may have been set between them: so much counts as before. */
    Duration DOUBTFUL = Duration.ofDays(1);

    /** From the installation's own stream, and so not from what is set today. */
    static Horizons recorded(EventStore store, InstallationId installation) {
        return then -> {
            if (!(InstallationState.read(store, installation) instanceof Founded founded)) {
                return Optional.empty();
            }
            return founded.longestHorizonSince(then.minus(DOUBTFUL)).stream()
                    .mapToObj(Period::ofDays)
                    .findFirst();
        };
    }
}
