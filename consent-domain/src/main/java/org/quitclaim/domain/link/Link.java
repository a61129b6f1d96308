package org.quitclaim.domain.link;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.vault.RecordId;

/**
 * One link and what it is good for.
 *
 * @param sha256 of the whole secret part of its address; the secret itself is nowhere
 * @param used whether anything was ever sent with it; looking does not count
 * @param letter in which the secret lies sealed until it has left; kept no longer than that
 * @param printable whether its letter may be printed, as far as its delivery goes
 */
public record Link(
        LinkId id,
        String sha256,
        Instant issued,
        Instant signsUntil,
        boolean used,
        Power power,
        RecordId letter,
        Delivery delivery,
        boolean printable) {

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

    /** Whether its letter may still be printed: nobody has used it, and it would sign. One that waits to be mailed waits no more. */
    public boolean awaitsPrinting(Instant at) {
        return (printable || delivery == Delivery.QUEUED)
                && !used
                && signing(at).isEmpty();
    }

    /** Whether its letter waits for somebody: to be mailed, or to be printed. */
    public boolean waits(Instant at) {
        return awaitsPrinting(at) && delivery != Delivery.PRINTED;
    }

    Link afterUse() {
        return new Link(id, sha256, issued, signsUntil, true, power, letter, delivery, printable);
    }

    /** What waits when it ends waits no more. */
    Link with(Power next) {
        boolean waited = delivery == Delivery.QUEUED || delivery == Delivery.TO_PRINT;
        return new Link(
                id,
                sha256,
                issued,
                signsUntil,
                used,
                next,
                letter,
                waited && !used ? Delivery.ENDED_WAITING : delivery,
                printable);
    }

    Link delivered(Delivery next, boolean mayBePrinted) {
        return new Link(id, sha256, issued, signsUntil, used, power, letter, next, mayBePrinted);
    }
}
