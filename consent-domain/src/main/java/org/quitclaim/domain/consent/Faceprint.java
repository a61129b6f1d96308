package org.quitclaim.domain.consent;

import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.RecordId;

/**
 * A sealed faceprint, by what it was made and of which face.
 *
 * @param pack the model pack; faceprints of two packs are never compared
 * @param photo that was never held here where it was made of a portrait
 */
public record Faceprint(RecordId record, String pack, PhotoId photo, FaceId face) {}
