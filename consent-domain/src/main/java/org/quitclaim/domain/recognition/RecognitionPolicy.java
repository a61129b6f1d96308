package org.quitclaim.domain.recognition;

/**
 * What recognition a collection allows.
 *
 * @param mode DETECT_ONLY by default: no permit can be had, faces are linked by hand
 * @param widest the widest scope that an attestation may name
 * @param automatic from which band on a suggestion confirms itself; NEVER by default
 */
public record RecognitionPolicy(Mode mode, RecognitionScope widest, Automatic automatic) {
    /** Whether embeddings may be computed at all; the narrower first. */
    public enum Mode {
        DETECT_ONLY,
        RECOGNISE_ATTESTED
    }

    /** When no human needs to confirm, the narrower first; never for minors, never when two candidates are close. */
    public enum Automatic {
        NEVER,
        STRONG_ONLY
    }

    /** What both allow. */
    public RecognitionPolicy narrowedTo(RecognitionPolicy other) {
        return new RecognitionPolicy(
                mode.compareTo(other.mode) < 0 ? mode : other.mode,
                widest.compareTo(other.widest) < 0 ? widest : other.widest,
                automatic.compareTo(other.automatic) < 0 ? automatic : other.automatic);
    }

    public static final RecognitionPolicy DEFAULT =
            new RecognitionPolicy(Mode.DETECT_ONLY, RecognitionScope.PARTICIPANTS, Automatic.NEVER);
}
