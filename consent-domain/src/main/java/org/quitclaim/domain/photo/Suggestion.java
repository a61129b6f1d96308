package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.vault.RecordId;

/**
 * A match that nobody has confirmed yet.
 *
 * @param close whether another person is nearly as alike
 * @param score the exact score, sealed under the person's RECOGNITION key
 */
public record Suggestion(
        PersonId person, RunId run, int keyGeneration, SimilarityBand band, boolean close, RecordId score) {}
