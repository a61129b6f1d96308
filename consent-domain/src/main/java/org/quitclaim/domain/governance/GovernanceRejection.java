package org.quitclaim.domain.governance;

import org.quitclaim.domain.Rejection;

/** Why an order to the installation is refused. */
public enum GovernanceRejection implements Rejection {
    ALREADY_FOUNDED(Kind.CONFLICT, "governance.already-founded", "The installation has begun its history already."),
    NOT_FOUNDED(
            Kind.CONFLICT,
            "governance.not-founded",
            "Start the server once, so that the installation begins its history."),
    DPIA_IN_THE_FUTURE(
            Kind.UNACCEPTABLE, "governance.dpia-in-the-future", "An assessment is approved today or earlier."),
    DPIA_REVIEW_DATE(
            Kind.UNACCEPTABLE,
            "governance.dpia-review-date",
            "Give a next review that is still to come, and at most three years after the approval."),
    DPIA_NOT_RECORDED(
            Kind.CONFLICT,
            "governance.dpia-not-recorded",
            "No such assessment waits for a second officer, or not any more: it lapses after 24 hours."
                    + " GET /api/governance/dpia shows what waits."),
    DPIA_SAME_PERSON(
            Kind.CONFLICT,
            "governance.dpia-same-person",
            "A second officer has to confirm: whoever recorded it cannot agree with themselves."),
    DPIA_SAME_WORD(
            Kind.CONFLICT,
            "governance.dpia-same-word",
            "Both accounts stand on one person's word, so this is one person. Recognition stays off. Let"
                    + " somebody on another word confirm; an organisation that has nobody yet gets an officer who"
                    + " stands on their own word from whoever runs the server (quitclaim.staff.first-officer)."),
    DPIA_OTHER_METHOD(
            Kind.CONFLICT,
            "governance.dpia-other-method",
            "People are recognised in another way now: the model pack, its limits or a setting is not the one of this"
                    + " assessment. GET /api/governance/dpia shows both; read what is in use, and record the assessment"
                    + " for that."),
    DPIA_NO_ALARM(Kind.CONFLICT, "governance.dpia-no-alarm", "No review is due, or it was said already."),
    ROTATION_NOT_REQUESTED(
            Kind.CONFLICT,
            "governance.rotation-not-requested",
            "Nobody asks for a rotation, or not in time. Let somebody ask first."),
    ROTATION_SAME_PERSON(
            Kind.CONFLICT,
            "governance.rotation-same-person",
            "Somebody else has to confirm: whoever asked cannot agree with themselves."),
    ROTATION_SAME_WORD(
            Kind.CONFLICT,
            "governance.rotation-same-word",
            "Both accounts stand on one person's word, so this is one person. The rotation on schedule"
                    + " needs nobody. Let somebody on another word confirm; an organisation that has nobody yet"
                    + " gets an officer who stands on their own word from whoever runs the server"
                    + " (quitclaim.staff.first-officer)."),
    TWO_PEOPLE_UNCHANGED(Kind.CONFLICT, "governance.two-people-unchanged", "This is declared already."),
    SEARCH_UNCHANGED(
            Kind.CONFLICT,
            "governance.search-unchanged",
            "Looking through the photos again is paused, or goes on, already."),
    REENROLMENT_UNCHANGED(
            Kind.CONFLICT, "governance.reenrolment-unchanged", "Enrolling people anew is paused, or goes on, already."),
    ALREADY_DOUBTED(Kind.CONFLICT, "governance.already-doubted", "This doubt about the history is known already."),
    NOTHING_TO_CONFIRM(
            Kind.CONFLICT,
            "governance.nothing-to-confirm",
            "Nobody doubts what this person said no to, or she is confirmed already."),
    NO_NOTED(Kind.CONFLICT, "governance.no-noted", "This is noted already."),
    NO_NOT_NOTED(Kind.CONFLICT, "governance.no-not-noted", "Nothing of the kind is noted, or it was carried out."),
    ALREADY_NOTICED(Kind.CONFLICT, "governance.already-noticed", "This was noticed today already."),
    NOTHING_TO_EXAMINE(
            Kind.CONFLICT,
            "governance.nothing-to-examine",
            "Nothing like this waits for an examination; somebody may have done it."),
    OWN_BULK_USE(Kind.CONFLICT, "governance.own-bulk-use", "Somebody else has to examine what you did."),
    BULK_USE_SAME_WORD(
            Kind.CONFLICT,
            "governance.bulk-use-same-word",
            "You stand on the same word as whoever did this. Let somebody on another word examine it; an"
                    + " organisation that has nobody yet gets an officer who stands on their own word from whoever"
                    + " runs the server (quitclaim.staff.first-officer)."),
    UNKNOWN_DOUBT(
            Kind.ABSENT,
            "governance.unknown-doubt",
            "No open doubt about the history has this name; GET /api/governance/history lists them."),
    HORIZON_UNCHANGED(Kind.CONFLICT, "governance.horizon-unchanged", "This horizon is declared already."),
    NO_DPIA(Kind.CONFLICT, "governance.no-dpia", "Record an approved data protection impact assessment first.");

    private final Kind kind;
    private final String code;
    private final String advice;

    GovernanceRejection(Kind kind, String code, String advice) {
        this.kind = kind;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }
}
