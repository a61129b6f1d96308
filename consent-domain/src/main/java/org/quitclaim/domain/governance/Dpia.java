package org.quitclaim.domain.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.vault.RecordId;

/**
 * The impact assessment that holds, and the one that waits for a second officer. While one waits, the one before it goes on.
 * Source: GDPR Art. 35(1), (11).
 */
public record Dpia(Assessment assessment, Proposal proposal) {
    public static final Dpia NONE = new Dpia(new Assessment.Missing(), new Proposal.Nothing());

    /** Whether faces may be compared on this day: an assessment whose review is overdue carries nothing any more. */
    public boolean holdsOn(LocalDate day) {
        return assessment instanceof Assessment.Confirmed confirmed
                && !day.isAfter(confirmed.paper().nextReview());
    }

    Dpia proposed(Proposal.Recorded next) {
        return new Dpia(assessment, next);
    }

    /** What was proposed holds, and its review is alarmed about anew. */
    Dpia confirmed() {
        return proposal instanceof Proposal.Recorded recorded
                ? new Dpia(new Assessment.Confirmed(recorded.paper(), Set.of()), new Proposal.Nothing())
                : this;
    }

    /** After a restore: it may have been revoked since, and what waited for a second officer been taken back. */
    Dpia doubted() {
        return switch (assessment) {
            case Assessment.Confirmed(Paper paper, Set<DueAlarm> alarms) ->
                new Dpia(new Assessment.Doubted(paper), new Proposal.Nothing());
            case Assessment.Doubted before -> new Dpia(before, new Proposal.Nothing());
            case Assessment.Missing none -> NONE;
        };
    }

    Dpia sounded(DueAlarm alarm) {
        if (!(assessment instanceof Assessment.Confirmed confirmed)) {
            return this;
        }
        Set<DueAlarm> alarms = new HashSet<>(confirmed.alarms());
        alarms.add(alarm);
        return new Dpia(new Assessment.Confirmed(confirmed.paper(), alarms), proposal);
    }

    /**
     * @param reference sealed: where the assessment can be found
     * @param approver sealed: who approved it
     */
    public record Paper(RecordId reference, RecordId approver, LocalDate approvedOn, LocalDate nextReview) {}

    /** The assessment on which recognition rests. */
    public sealed interface Assessment {
        record Missing() implements Assessment {}

        /** It held before a restore that lacks nos, and carries nothing until two officers say so anew. */
        record Doubted(Paper paper) implements Assessment {}

        /** @param alarms what was said about its review already */
        record Confirmed(Paper paper, Set<DueAlarm> alarms) implements Assessment {
            public Confirmed {
                alarms = Set.copyOf(alarms);
            }
        }
    }

    /** An assessment that one officer recorded. */
    public sealed interface Proposal {
        record Nothing() implements Proposal {}

        /** @param until when it lapses unless a second officer confirms it */
        record Recorded(Paper paper, Voucher by, Instant until) implements Proposal {}
    }
}
