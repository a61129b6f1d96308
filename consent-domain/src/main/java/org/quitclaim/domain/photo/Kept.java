package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.vault.RecordId;

/** A version that stays when the stored original is replaced, byte for byte, and where it lies sealed from then on with that by which it is known again. */
public record Kept(RenditionId rendition, RecordId image, RecordId digest) {}
