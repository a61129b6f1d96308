package org.quitclaim.domain.link;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.id.LinkId;

/**
 * One link and what it is good for.
 *
 * @param sha256 of the whole secret part of its address; the secret itself is nowhere
 * @param used whether anything was ever sent with it; looking does not count
 */
public record Link(LinkId id, String sha256, Instant issued, Instant signsUntil, boolean used, Power power) {

    /** What it still opens. */
    public enum Power {
        SIGNING,
        PASSED_ON,
        LAPSED,
        /** Nothing. */
        REVOKED
    }

    /** Why it does not sign at this moment; empty if it does. The clock decides before anybody writes it down. */
    public Optional<LinkRejection> signing(Instant at) {
        return switch (power) {
            case SIGNING -> at.isBefore(signsUntil) ? Optional.empty() : Optional.of(LinkRejection.SIGNING_LAPSED);
            case LAPSED -> Optional.of(LinkRejection.SIGNING_LAPSED);
            case PASSED_ON -> Optional.of(LinkRejection.SIGNING_PASSED_ON);
            case REVOKED -> Optional.of(LinkRejection.REVOKED);
        };
    }

    boolean hasUse() {
        return power != Power.REVOKED;
    }

    Link afterUse() {
        return new Link(id, sha256, issued, signsUntil, true, power);
    }

    Link with(Power next) {
        return new Link(id, sha256, issued, signsUntil, used, next);
    }
}
