package org.quitclaim.domain.consent;

import java.util.List;
import java.util.Map;
import org.quitclaim.domain.notice.NoticeId;

/** A quitclaim that was put to a person, and whether it was answered. */
public record Offer(
        QuitclaimId id, NoticeId notice, Map<String, String> noticeSha256ByLanguage, List<Ask> asks, boolean answered) {
    Offer withAnswer() {
        return new Offer(id, notice, noticeSha256ByLanguage, asks, true);
    }
}
