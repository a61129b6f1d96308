package org.quitclaim.query.notice;

import java.time.Instant;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.query.projection.ReadDocument;

/** A notice as the domain knows it; its words lie in the vault. */
record NoticeDocument(NoticeState.Published notice, Instant publishedAt, long born, long lastSeq)
        implements ReadDocument {
    @Override
    public String documentId() {
        return notice.id().value();
    }
}
