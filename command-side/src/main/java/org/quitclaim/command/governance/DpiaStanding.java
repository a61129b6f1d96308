package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
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
import org.quitclaim.vault.Plaintext;
import org.springframework.http.HttpStatus;

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

    /** @param unreadable the fields that are null since nobody can open them any more */
    record Text(
            @Nullable String reference,
            @Nullable String approver,
            LocalDate approvedOn,
            LocalDate nextReview,
            RecognitionMethod method,
            List<String> unreadable) {
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

    /** That nobody confirms what they cannot read. */
    void requireReadable(RecordId proposal, Actor actor) {
        if (recorded().proposal() instanceof Proposal.Recorded one
                && one.paper().reference().equals(proposal)
                && !text(one.paper(), actor).unreadable().isEmpty()) {
            throw new RejectedException(new InputRejection(
                    "governance.dpia-unreadable",
                    "What was recorded cannot be opened any more, so nobody can confirm it: record the assessment"
                            + " anew.",
                    HttpStatus.CONFLICT));
        }
    }

    private Text text(Paper paper, Actor actor) {
        @Nullable String reference = open(paper.reference(), actor);
        @Nullable String approver = open(paper.approver(), actor);
        List<String> unreadable = new ArrayList<>();
        if (reference == null) {
            unreadable.add("reference");
        }
        if (approver == null) {
            unreadable.add("approver");
        }
        return new Text(reference, approver, paper.approvedOn(), paper.nextReview(), paper.method(), unreadable);
    }

    private @Nullable String open(RecordId sealed, Actor actor) {
        return sealing.openIfPossible(
                        sealed,
                        actor.reason(AccessPurpose.DISPLAY, installation.id().value()))
                .map(Plaintext::text)
                .orElse(null);
    }
}
