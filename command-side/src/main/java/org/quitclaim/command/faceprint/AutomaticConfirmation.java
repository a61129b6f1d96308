package org.quitclaim.command.faceprint;

import java.util.Optional;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.recognition.RecognitionPolicy.Automatic;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.gallery.MatchVerdict.Match;
import org.quitclaim.face.pack.MeasuredLimits;

/**
 * Whether a shoot's policy links somebody without a human.
 *
 * <p><b>Guarantees:</b> never among fewer people than the false-positive rate was measured for, never a minor, and only a
 * match that is strong and stands alone.
 *
 * <p><b>Source:</b> GDPR Art. 22; AI Act Art. 14; R43, R82.
 */
record AutomaticConfirmation(PolicySettings settings, MeasuredLimits measured) {
    /** By what right, or empty where a human has to say it. */
    Optional<ConfirmedBy> by(Automatic policy, int people, Match match, boolean minor) {
        boolean automatic = policy == Automatic.STRONG_ONLY
                && people >= settings.leastGallery()
                && measured.isAutomaticAmong(people)
                && match.band() == SimilarityBand.STRONG
                && !match.isClose()
                && !minor;
        return automatic
                ? Optional.of(settings.unseenIsEnough() ? ConfirmedBy.POLICY_ALONE : ConfirmedBy.POLICY)
                : Optional.empty();
    }
}
