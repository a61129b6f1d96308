package org.quitclaim.domain.photo;

import org.quitclaim.domain.vault.RecordId;

/**
 * What lies sealed of a photo itself, all of it, and every version, under one key.
 *
 * @param keyGeneration of that key; counts up when the stored original is replaced
 * @param image the stored original
 * @param preview a small watermarked picture of it
 * @param name under which the file came in
 * @param digest by what the picture that came in is known again; it stays when another original takes its place
 */
public record Picture(int keyGeneration, RecordId image, RecordId preview, RecordId name, RecordId digest) {
    /** The generation under which a photo is taken in. */
    public static final int FIRST = 1;
}
