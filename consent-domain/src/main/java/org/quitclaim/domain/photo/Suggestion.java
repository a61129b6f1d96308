package org.quitclaim.domain.photo;

import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.recognition.RunId;
import org.quitclaim.domain.recognition.SimilarityBand;

/** A match that nobody has confirmed yet. */
public record Suggestion(PersonId person, RunId run, int keyGeneration, SimilarityBand band, boolean close) {}
