package org.quitclaim.command.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;

/**
 * What a permission is worth now, as the person reads it.
 *
 * <p><b>Guarantees:</b> {@link #GIVEN} and {@link #RENEWED} are said only while the gate counts the permission: not of anybody
 * erased or dead, not while the use of the data stands still or the representation is disputed, and not outside its days.
 */
enum ConsentNow {
    REQUESTED,
    GIVEN,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    INVALIDATED,
    RENEWED,
    NOT_YET,
    /** Counts once a second employee has seen her. */
    UNCONFIRMED,
    /** Kept, and counts again when it goes on. */
    RESTRICTED,
    /** Kept, and counts again when it is settled who may sign. */
    REPRESENTATION_DISPUTED,
    DECEASED,
    ERASED;

    /** @param grant null where nothing is known of it any more */
    static ConsentNow of(@Nullable Grant grant, Outlook.Standing standing, Instant now) {
        if (grant == null) {
            return standing == Outlook.Standing.ERASED ? ERASED : EXPIRED;
        }
        ConsentNow own = own(grant, now);
        return own == GIVEN || own == RENEWED || own == NOT_YET || own == UNCONFIRMED ? under(standing, own) : own;
    }

    /** What became of the permission itself. */
    private static ConsentNow own(Grant grant, Instant now) {
        return switch (grant.status()) {
            case REQUESTED -> REQUESTED;
            case REFUSED -> REFUSED;
            case WITHDRAWN -> WITHDRAWN;
            case EXPIRED -> EXPIRED;
            case INVALIDATED -> INVALIDATED;
            case GIVEN -> within(grant, now, GIVEN);
            case RENEWED -> within(grant, now, RENEWED);
            case UNCONFIRMED -> within(grant, now, UNCONFIRMED);
        };
    }

    private static ConsentNow within(Grant grant, Instant now, ConsentNow counts) {
        if (!now.isBefore(grant.terms().term().ends())) {
            return EXPIRED;
        }
        return now.isBefore(grant.terms().term().begins()) ? NOT_YET : counts;
    }

    /** What overrides every permission that would count, today or later. */
    private static ConsentNow under(Outlook.Standing standing, ConsentNow own) {
        return switch (standing) {
            case NORMAL -> own;
            case RESTRICTED -> RESTRICTED;
            case REPRESENTATION_DISPUTED -> REPRESENTATION_DISPUTED;
            case DECEASED -> DECEASED;
            case ERASED -> ERASED;
        };
    }
}
