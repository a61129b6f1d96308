package org.quitclaim.query.notice;

import java.time.Instant;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.mapping.Document;

/** A notice as the domain knows it; its words lie in the vault. */
@Document("notices")
record NoticeDocument(NoticeState.Published notice, Instant publishedAt, long born, long lastSeq)
        implements ReadDocument {
    @Override
    public String documentId() {
        return notice.id().value();
    }
}
