package org.quitclaim.domain.recognition;

/** Among whom a run of recognition looked. */
public enum Sought {
    /** One person only, of whom a human said that this is her. */
    DESIGNATED,
    /** The persons who signed for the photo's collection. */
    PARTICIPANTS,
    /** Everybody enrolled with this controller. */
    ALL_ENROLLED;

    public static Sought within(RecognitionScope scope) {
        return switch (scope) {
            case PARTICIPANTS -> PARTICIPANTS;
            case ALL_ENROLLED -> ALL_ENROLLED;
        };
    }
}
