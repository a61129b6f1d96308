package org.quitclaim.command.faceprint;

import java.util.function.Supplier;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.domain.Rejection;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitDecision;
import org.quitclaim.face.permit.PermitRefusal;
import org.quitclaim.face.quality.FaceQuality;
import org.quitclaim.face.quality.QualityFault;
import org.springframework.http.HttpStatus;

/** Turns the issuer's answer into a permit or a refusal. */
final class Permits {
    /** So many withdrawals within the same fraction of a second are no accident. */
    private static final int TRIES = 10;

    private Permits() {}

    /**
     * Asks again while facts change under the question: somebody else's withdrawal in the same moment refuses nobody.
     *
     * @param work does nothing before its permit is issued
     */
    static <T> T whileFactsChange(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (RejectedException e) {
                if (tries == TRIES || !e.rejection().code().equals(PermitRefusal.FACTS_OUTDATED.code())) {
                    throw e;
                }
            }
        }
    }

    static <P extends EmbeddingPermit> P issued(PermitDecision<P> decision) {
        return switch (decision) {
            case PermitDecision.Issued<P> issued -> issued.permit();
            case PermitDecision.Refused<P> refused -> throw new RejectedException(refusal(refused.reason()));
        };
    }

    static Embedding.Computed computed(Embedding embedding) {
        return switch (embedding) {
            case Embedding.Computed computed -> computed;
            case Embedding.Unfit unfit -> throw new RejectedException(refusal(unfit.fault()));
            case Embedding.Refused refused -> throw new RejectedException(refusal(refused.reason()));
        };
    }

    private static Rejection refusal(QualityFault fault) {
        String advice = switch (fault) {
            case TOO_SMALL ->
                "The face is too small to enrol: it has to be at least " + FaceQuality.LEAST_PIXELS
                        + " pixels wide and high. Send a portrait on which it is larger.";
            case CUT ->
                "The face is cut by the edge of the picture. Send a portrait with the whole head and some room around"
                        + " it.";
            case TILTED ->
                "The head is tilted too far to enrol, or the picture lies on its side. Turn the picture, or send a"
                        + " portrait with the head upright.";
            case TOO_SOFT ->
                "The face is too soft to enrol: out of focus, blurred by movement, enlarged from a small picture, or"
                        + " without contrast. Send a sharper portrait.";
        };
        return new InputRejection(fault.code(), advice);
    }

    private static Rejection refusal(PermitRefusal reason) {
        String advice = switch (reason) {
            case DPIA_MISSING ->
                "Recognition is off until an approved data protection impact assessment is recorded and confirmed by a"
                        + " second officer, and while its review is overdue.";
            case METHOD_NOT_APPROVED ->
                "Recognition is off: the model pack, its limits or a setting is not the one that two officers"
                        + " approved. An officer reads on the page Oversight what is in use and records the impact"
                        + " assessment for that, and another confirms it; or whoever runs the server puts back what was"
                        + " approved.";
            case COLLECTION_DETECT_ONLY ->
                "This shoot only finds faces; link people by hand. A compliance officer decides what a shoot does with faces.";
            case SCOPE_TOO_WIDE -> "This shoot does not allow searching that widely.";
            case NO_LIVE_GRANT -> "There is no live consent for recognition; ask for it, or link by hand.";
            case GRANT_UNCONFIRMED ->
                "The person said yes to recognition, and it counts once a second employee has seen them. Somebody who did"
                        + " not register the person or issue the link says so under Links or Oversight.";
            case RESTRICTED -> "Nothing of this person may be used now: ask the compliance officer.";
            case HISTORY_IN_DOUBT ->
                "The history may lack a no of this person; a compliance officer confirms the person, or accepts the"
                        + " loss.";
            case NOBODY_IN_SCOPE -> "Nobody who may be sought here has a live consent for recognition.";
            case NOTHING_ATTESTED -> "Mark at least one face of somebody who signed for recognition.";
            case FACTS_OUTDATED, UNKNOWN, EXPIRED, USED, VOIDED -> "Something changed in the meantime; try again.";
            case OTHER_PHOTO -> "The permit is for another photo.";
        };
        return new InputRejection(reason.code(), advice, HttpStatus.CONFLICT);
    }
}
