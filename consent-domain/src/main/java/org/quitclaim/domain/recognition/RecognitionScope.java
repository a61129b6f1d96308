package org.quitclaim.domain.recognition;

/** Among whom an attested face may be sought; the narrower first. */
public enum RecognitionScope {
    /** The persons who signed for the photo's collection. */
    PARTICIPANTS,
    /** Everybody enrolled with this controller. */
    ALL_ENROLLED
}
