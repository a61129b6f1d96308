package org.quitclaim.face.evaluate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.GrantState;
import org.quitclaim.face.permit.PermitDecision;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.face.permit.RecognitionFacts;

/**
 * Permits for an operator's accuracy measurement on test people who agreed to it.
 *
 * <p><b>Guarantees</b>: package-private, with an issuer of its own: the application can neither reach it nor use what it
 * issues, because an embedder accepts permits of its own issuer only.
 *
 * <p>The facts are the operator's word, given by running the command on that folder: everybody in it agreed.
 */
final class TestPeoplePermits {

    private static final RecognitionPolicy EVERYBODY_AGREED = new RecognitionPolicy(
            RecognitionPolicy.Mode.RECOGNISE_ATTESTED,
            RecognitionScope.ALL_ENROLLED,
            RecognitionPolicy.Automatic.NEVER);

    private final PermitIssuer issuer =
            new PermitIssuer(InstantSource.system(), () -> new PermitId(RandomIds.next(PermitId.PREFIX)));
    private final CollectionId folder = new CollectionId(RandomIds.next(CollectionId.PREFIX));
    private final PersonId agreed = new PersonId(RandomIds.next(PersonId.PREFIX));

    PermitIssuer issuer() {
        return issuer;
    }

    /** To take the face of a portrait, through the gate that the application has. */
    EmbeddingPermit forEnrolment(PhotoId portrait, PermittedFace face) {
        RecognitionFacts facts = new RecognitionFacts(
                issuer.mark(), RecognitionFacts.Assessed.APPROVED, portrait, folder, EVERYBODY_AGREED, 0);
        return switch (issuer.issueEnrolment(
                facts, face, agreed, new GrantState.Live(KeyGeneration.FIRST, Instant.MAX))) {
            case PermitDecision.Issued<EmbeddingPermit.Enrolment>(var permit) -> permit;
            case PermitDecision.Refused<EmbeddingPermit.Enrolment>(var reason) ->
                throw new IllegalStateException("An evaluation permit was refused: " + reason.code());
        };
    }

    EmbeddingPermit forFaces(PhotoId photo, List<PermittedFace> faces) {
        RecognitionFacts facts = new RecognitionFacts(
                issuer.mark(), RecognitionFacts.Assessed.APPROVED, photo, folder, EVERYBODY_AGREED, 0);
        Map<PersonId, GrantState> people = Map.of(agreed, new GrantState.Live(KeyGeneration.FIRST, Instant.MAX));
        return switch (issuer.issueAttestedFaces(facts, faces, RecognitionScope.ALL_ENROLLED, people)) {
            case PermitDecision.Issued<EmbeddingPermit.AttestedFaces>(var permit) -> permit;
            case PermitDecision.Refused<EmbeddingPermit.AttestedFaces>(var reason) ->
                throw new IllegalStateException("An evaluation permit was refused: " + reason.code());
        };
    }
}
