package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;

/**
 * The record of one use of recognition.
 *
 * <p><b>Source:</b> AI Act Art. 12, 19, 26(6); R78.
 *
 * @param participantsVersion 0 when the scope was not the participants
 * @param bands of the suggestions that came out
 */
public record RecognitionRun(
        RunId run,
        PermitId permit,
        String pack,
        long galleryVersion,
        Sought scope,
        int participantsVersion,
        List<FaceId> facesIn,
        int suggestionsOut,
        List<SimilarityBand> bands,
        Instant startedAt,
        Instant endedAt) {
    public RecognitionRun {
        facesIn = Ordered.ids(facesIn);
        bands = bands.stream().sorted().toList();
    }
}
