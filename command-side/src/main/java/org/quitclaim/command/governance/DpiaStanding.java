package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.governance.Dpia;
import org.quitclaim.domain.governance.Dpia.ApprovedMethod;
import org.quitclaim.domain.governance.Dpia.Assessment;
import org.quitclaim.domain.governance.Dpia.Paper;
import org.quitclaim.domain.governance.Dpia.Proposal;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;

/** The impact assessment as officers read it; each look stands in the access log. */
final class DpiaStanding {
    private final Streams streams;
    private final Sealing sealing;
    private final Installation installation;
    private final MethodInUse inUse;
    private final Clock clock;

    DpiaStanding(Streams streams, Sealing sealing, Installation installation, MethodInUse inUse, Clock clock) {
        this.streams = streams;
        this.sealing = sealing;
        this.installation = installation;
        this.inUse = inUse;
        this.clock = clock;
    }

    /**
     * @param recognition whether it allows recognition today, in the way that is in use
     * @param otherMethod whether it would, and was approved for another way
     * @param inUse with what people are recognised; an assessment is recorded for exactly that
     * @param approved every version of it that two people approved, the earliest first
     * @param review how urgent the next review is, if it is
     * @param doubted what held before a restore that lacks nos, and has to be recorded and confirmed anew
     * @param twoPeople whether somebody else has to confirm
     */
    record View(
            boolean recognition,
            boolean otherMethod,
            MethodInUse inUse,
            List<Approved> approved,
            @Nullable DueAlarm review,
            boolean twoPeople,
            @Nullable Text holds,
            @Nullable Text doubted,
            @Nullable Waiting waiting) {}

    /** A version that two people approved; they are named by their accounts. */
    record Approved(RecognitionMethod method, String recordedBy, String confirmedBy, Instant since) {
        Approved(ApprovedMethod one) {
            this(one.method(), one.recordedBy().value(), one.confirmedBy().value(), one.since());
        }
    }

    record Text(
            String reference, String approver, LocalDate approvedOn, LocalDate nextReview, RecognitionMethod method) {
        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    /**
     * @param proposal what the second officer confirms
     * @param by who recorded it
     * @param yours whether that is who looks
     */
    record Waiting(String proposal, String by, boolean yours, Instant until, Text text) {}

    View view(Actor actor) {
        Dpia dpia = recorded();
        LocalDate today = today();
        @Nullable Paper holds = dpia.assessment() instanceof Assessment.Confirmed confirmed ? confirmed.paper() : null;
        return new View(
                dpia.holdsOn(today) && dpia.covers(inUse.method()),
                dpia.holdsOn(today) && !dpia.covers(inUse.method()),
                inUse,
                dpia.methods().stream().map(Approved::new).toList(),
                holds == null ? null : review(today, holds.nextReview()),
                TwoPeople.required(streams, installation),
                holds == null ? null : text(holds, actor),
                dpia.assessment() instanceof Assessment.Doubted before ? text(before.paper(), actor) : null,
                dpia.proposal() instanceof Proposal.Recorded one
                                && clock.instant().isBefore(one.until())
                        ? new Waiting(
                                one.paper().reference().value(),
                                one.by().account().value(),
                                one.by().account().equals(actor.id()),
                                one.until(),
                                text(one.paper(), actor))
                        : null);
    }

    private static @Nullable DueAlarm review(LocalDate today, LocalDate nextReview) {
        if (DueAlarm.OVERDUE.soundsOn(today, nextReview)) {
            return DueAlarm.OVERDUE;
        }
        return DueAlarm.DUE_SOON.soundsOn(today, nextReview) ? DueAlarm.DUE_SOON : null;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }

    private Dpia recorded() {
        return streams.governance(installation.id()) instanceof Founded founded ? founded.dpia() : Dpia.NONE;
    }

    private Text text(Paper paper, Actor actor) {
        return new Text(
                open(paper.reference(), actor),
                open(paper.approver(), actor),
                paper.approvedOn(),
                paper.nextReview(),
                paper.method());
    }

    private String open(RecordId sealed, Actor actor) {
        return sealing.open(
                        sealed,
                        Origins.accessor(actor),
                        Origins.role(actor),
                        AccessPurpose.DISPLAY,
                        installation.id().value())
                .text();
    }
}
