package org.quitclaim.domain.history;

import java.util.Set;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.WithdrawnBy;

/**
 * What somebody took back while nothing of her own history could be read; it is carried out there as soon as it can.
 * Source: GDPR Art. 7(3).
 */
public record NotedWithdrawal(PersonId person, boolean recognition, Set<Channel> channels, WithdrawnBy by) {
    /** The reason given for whatever shows her until then. */
    public static final String CODE = "history.withdrawal-noted";

    public NotedWithdrawal {
        channels = Set.copyOf(channels);
    }
}
