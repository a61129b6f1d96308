package org.quitclaim.domain.consent;

import java.util.Set;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.GrantId;

/** What a withdrawal took from one grant: the channels, or all of it when the purpose is recognition. */
public record Withdrawn(GrantId grant, Purpose purpose, Set<Channel> channels) {
    public Withdrawn {
        channels = Ordered.set(channels);
    }
}
