package org.quitclaim.bench;

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
import org.quitclaim.vault.IdMint;

/**
 * Permits for faces that a program drew, hence nobody's biometric data.
 *
 * <p><b>Guarantees</b>: its issuer is its own, so no embedder of the application accepts what it issues.
 */
final class DrawnPermits {
    private static final RecognitionPolicy POLICY = new RecognitionPolicy(
            RecognitionPolicy.Mode.RECOGNISE_ATTESTED,
            RecognitionScope.ALL_ENROLLED,
            RecognitionPolicy.Automatic.NEVER);

    private final PermitIssuer issuer =
            new PermitIssuer(InstantSource.system(), () -> IdMint.mint(PermitId.PREFIX, PermitId::new));
    private final CollectionId collection = IdMint.mint(CollectionId.PREFIX, CollectionId::new);
    private final PersonId nobody = IdMint.mint(PersonId.PREFIX, PersonId::new);

    PermitIssuer issuer() {
        return issuer;
    }

    EmbeddingPermit forFaces(PhotoId photo, List<PermittedFace> faces) {
        RecognitionFacts facts =
                new RecognitionFacts(issuer.mark(), RecognitionFacts.Assessed.APPROVED, photo, collection, POLICY, 0);
        Map<PersonId, GrantState> scope = Map.of(nobody, new GrantState.Live(KeyGeneration.FIRST, Instant.MAX));
        return switch (issuer.issueAttestedFaces(facts, faces, RecognitionScope.ALL_ENROLLED, scope)) {
            case PermitDecision.Issued<EmbeddingPermit.AttestedFaces>(var permit) -> permit;
            case PermitDecision.Refused<EmbeddingPermit.AttestedFaces>(var reason) ->
                throw new IllegalStateException("no permit for drawn faces: " + reason.code());
        };
    }
}
