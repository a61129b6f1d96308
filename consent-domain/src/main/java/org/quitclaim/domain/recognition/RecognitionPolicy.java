package org.quitclaim.domain.recognition;

/**
 * What recognition a collection allows.
 *
 * @param mode DETECT_ONLY by default: no permit can be had, faces are linked by hand
 * @param widest the widest scope that an attestation may name
 * @param automatic from which band on a suggestion confirms itself; NEVER by default
 */
public record RecognitionPolicy(Mode mode, RecognitionScope widest, Automatic automatic) {
    /** Whether embeddings may be computed at all. */
    public enum Mode {
        DETECT_ONLY,
        RECOGNISE_ATTESTED
    }

    /** When no human needs to confirm; never for minors, never when two candidates are close. */
    public enum Automatic {
        NEVER,
        STRONG_ONLY
    }

    public static final RecognitionPolicy DEFAULT =
            new RecognitionPolicy(Mode.DETECT_ONLY, RecognitionScope.PARTICIPANTS, Automatic.NEVER);
}
