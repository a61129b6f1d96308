package org.quitclaim.domain.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/**
 * The impact assessment that holds, and the one that waits for a second officer. While one waits, the one before it goes on.
 * Source: GDPR Art. 35(1), (11).
 *
 * @param methods every version of how people are recognised that was approved, the earliest first; a review that changes
 *     nothing about it adds none
 */
public record Dpia(Assessment assessment, Proposal proposal, List<ApprovedMethod> methods) {
    public static final Dpia NONE = new Dpia(new Assessment.Missing(), new Proposal.Nothing(), List.of());

    public Dpia {
        methods = List.copyOf(methods);
    }

    /**
     * A way of recognising people, approved by two; the next one takes its place.
     *
     * @param since when it was confirmed first
     */
    public record ApprovedMethod(
            RecognitionMethod method, AccountId recordedBy, AccountId confirmedBy, Instant since) {}

    /** Whether faces may be compared on this day: an assessment whose review is overdue carries nothing any more. */
    public boolean holdsOn(LocalDate day) {
        return assessment instanceof Assessment.Confirmed confirmed
                && !day.isAfter(confirmed.paper().nextReview());
    }

    /** Whether it is the one that was approved; any change of pack, limits or settings makes it another. */
    public boolean covers(RecognitionMethod method) {
        return assessment instanceof Assessment.Confirmed confirmed
                && confirmed.paper().method().equals(method);
    }

    /** Whether there is nothing to revoke. */
    boolean isNothing() {
        return assessment instanceof Assessment.Missing && proposal instanceof Proposal.Nothing;
    }

    Dpia proposed(Proposal.Recorded next) {
        return new Dpia(assessment, next, methods);
    }

    /** What was proposed holds, and its review is alarmed about anew. */
    Dpia confirmed(AccountId by, Instant at) {
        return proposal instanceof Proposal.Recorded recorded
                ? new Dpia(
                        new Assessment.Confirmed(recorded.paper(), Set.of()),
                        new Proposal.Nothing(),
                        with(new ApprovedMethod(
                                recorded.paper().method(), recorded.by().account(), by, at)))
                : this;
    }

    private List<ApprovedMethod> with(ApprovedMethod next) {
        boolean isKnown = !methods.isEmpty() && methods.getLast().method().equals(next.method());
        return isKnown
                ? methods
                : Stream.concat(methods.stream(), Stream.of(next)).toList();
    }

    /** What was approved before stays on record. */
    Dpia revoked() {
        return new Dpia(new Assessment.Missing(), new Proposal.Nothing(), methods);
    }

    /** After a restore: it may have been revoked since, and what waited for a second officer been taken back. */
    Dpia doubted() {
        return switch (assessment) {
            case Assessment.Confirmed(Paper paper, Set<DueAlarm> alarms) ->
                new Dpia(new Assessment.Doubted(paper), new Proposal.Nothing(), methods);
            case Assessment.Doubted before -> new Dpia(before, new Proposal.Nothing(), methods);
            case Assessment.Missing none -> revoked();
        };
    }

    Dpia sounded(DueAlarm alarm) {
        if (!(assessment instanceof Assessment.Confirmed confirmed)) {
            return this;
        }
        Set<DueAlarm> alarms = new HashSet<>(confirmed.alarms());
        alarms.add(alarm);
        return new Dpia(new Assessment.Confirmed(confirmed.paper(), alarms), proposal, methods);
    }

    /**
     * @param reference sealed: where the assessment can be found
     * @param approver sealed: who approved it
     * @param method the only one for which it allows recognition
     */
    public record Paper(
            RecordId reference,
            RecordId approver,
            LocalDate approvedOn,
            LocalDate nextReview,
            RecognitionMethod method) {}

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
