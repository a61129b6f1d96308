package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.QuitclaimId;

/**
 * One purpose allowed on one notice version.
 *
 * @param noticeSha256 of the text in the language that was shown
 * @param keyGeneration the RECOGNITION key generation it minted; 0 for other purposes
 */
public record Grant(
        GrantId id,
        QuitclaimId quitclaim,
        NoticeId notice,
        String noticeSha256,
        String language,
        Terms terms,
        int keyGeneration,
        Signature signature,
        ConsentStatus status) {

    boolean authorises(Purpose purpose, Instant at) {
        return terms.purpose() == purpose && status.authorises() && terms.term().contains(at);
    }

    Grant withStatus(ConsentStatus next) {
        return new Grant(id, quitclaim, notice, noticeSha256, language, terms, keyGeneration, signature, next);
    }

    /** The grant without these channels; withdrawn when none is left. */
    Grant without(Set<Channel> channels) {
        Set<Channel> left = new TreeSet<>(terms.channels());
        left.removeAll(channels);
        return left.isEmpty()
                ? withStatus(ConsentStatus.WITHDRAWN)
                : new Grant(
                        id,
                        quitclaim,
                        notice,
                        noticeSha256,
                        language,
                        terms.withChannels(left),
                        keyGeneration,
                        signature,
                        status);
    }
}
