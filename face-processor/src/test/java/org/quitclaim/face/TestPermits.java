package org.quitclaim.face;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.GrantState;
import org.quitclaim.face.permit.PermitDecision;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.face.permit.RecognitionFacts;

/** Ids, facts and permits for tests that are about something else. */
public final class TestPermits {

    public static final PhotoId PHOTO = new PhotoId(id(PhotoId.PREFIX, 1));
    public static final CollectionId COLLECTION = new CollectionId(id(CollectionId.PREFIX, 1));
    public static final RecognitionPolicy OPEN_POLICY = new RecognitionPolicy(
            RecognitionPolicy.Mode.RECOGNISE_ATTESTED,
            RecognitionScope.ALL_ENROLLED,
            RecognitionPolicy.Automatic.NEVER);

    private TestPermits() {}

    public static String id(String prefix, int number) {
        StringBuilder body = new StringBuilder();
        Random random = new Random(number);
        for (int i = 0; i < 26; i++) {
            body.append("abcdefghijklmnopqrstuvwxyz234567".charAt(random.nextInt(32)));
        }
        return prefix + body;
    }

    public static PersonId person(int number) {
        return new PersonId(id(PersonId.PREFIX, number));
    }

    public static PermitIssuer issuer(InstantSource clock) {
        int[] counter = {0};
        return new PermitIssuer(clock, () -> new PermitId(id(PermitId.PREFIX, counter[0]++)));
    }

    public static GrantState.Live live() {
        return new GrantState.Live(KeyGeneration.FIRST, Instant.MAX);
    }

    public static RecognitionFacts facts(PermitIssuer issuer) {
        return new RecognitionFacts(
                issuer.mark(), RecognitionFacts.Assessed.APPROVED, PHOTO, COLLECTION, OPEN_POLICY, 1);
    }

    public static List<PermittedFace> faces(List<Box> boxes) {
        List<PermittedFace> faces = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            faces.add(new PermittedFace(new FaceId(id(FaceId.PREFIX, i)), boxes.get(i)));
        }
        return faces;
    }

    public static EmbeddingPermit attested(PermitIssuer issuer, List<Box> boxes) {
        return issued(issuer.issueAttestedFaces(
                facts(issuer), faces(boxes), RecognitionScope.PARTICIPANTS, Map.of(person(1), live())));
    }

    public static <P extends EmbeddingPermit> P issued(PermitDecision<P> decision) {
        return switch (decision) {
            case PermitDecision.Issued<P>(var permit) -> permit;
            case PermitDecision.Refused<P>(var reason) -> throw new AssertionError(reason.code());
        };
    }
}
