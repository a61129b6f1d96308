package org.quitclaim.face.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.detect.Passes;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.permit.PermittedFace;

/** Finds and embeds the faces of test photos, the same way as the application does. */
final class FaceReader implements AutoCloseable {

    private final TestPeoplePermits permits = new TestPeoplePermits();
    private final FaceDetector detector;
    private final FaceEmbedder embedder;

    FaceReader(ModelPack pack) {
        int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        detector = new FaceDetector(pack, threads);
        embedder = new FaceEmbedder(pack, permits.issuer(), threads);
    }

    List<DetectedFace> find(UprightImage image) {
        return detector.detect(image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS));
    }

    /** The face of a portrait, or why it is no good to enrol. */
    Embedding enrolment(UprightImage image, DetectedFace face) {
        PhotoId portrait = new PhotoId(RandomIds.next(PhotoId.PREFIX));
        PermittedFace permitted = new PermittedFace(new FaceId(RandomIds.next(FaceId.PREFIX)), face.box());
        return embedder.embed(permits.forEnrolment(portrait, permitted), portrait, image);
    }

    List<SeenFace> read(UprightImage image, List<DetectedFace> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        PhotoId photo = new PhotoId(RandomIds.next(PhotoId.PREFIX));
        List<PermittedFace> faces = found.stream()
                .map(face -> new PermittedFace(new FaceId(RandomIds.next(FaceId.PREFIX)), face.box()))
                .toList();
        return switch (embedder.embed(permits.forFaces(photo, faces), photo, image)) {
            case Embedding.Computed computed -> pair(found, computed);
            case Embedding.Unfit(var fault) ->
                throw new IllegalStateException("Only what is enrolled is judged: " + fault.code());
            case Embedding.Refused(var reason) ->
                throw new IllegalStateException("An evaluation permit was not accepted: " + reason.code());
        };
    }

    private static List<SeenFace> pair(List<DetectedFace> found, Embedding.Computed computed) {
        List<SeenFace> seen = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            seen.add(new SeenFace(found.get(i), computed.probes().get(i).vector()));
        }
        return seen;
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
    }
}
