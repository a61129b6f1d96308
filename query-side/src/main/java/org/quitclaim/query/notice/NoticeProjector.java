package org.quitclaim.query.notice;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.quitclaim.domain.notice.NoticeDecisions;
import org.quitclaim.domain.notice.NoticeEvent;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.query.projection.StreamView;

final class NoticeProjector implements StreamView<NoticeDocument> {
    private final DocumentCollection<NoticeDocument> documents;

    NoticeProjector(MongoDatabase database) {
        this.documents = new DocumentCollection<>(database, NoticeDocument.class);
    }

    @Override
    public Class<NoticeEvent> family() {
        return NoticeEvent.class;
    }

    @Override
    public DocumentCollection<NoticeDocument> documents() {
        return documents;
    }

    @Override
    public Optional<NoticeDocument> fold(Optional<NoticeDocument> before, Recorded event) {
        NoticeState state = before.<NoticeState>map(NoticeDocument::notice).orElse(NoticeState.NONE);
        return switch (NoticeDecisions.evolve(state, (NoticeEvent) event.event())) {
            case NoticeState.Unpublished unpublished -> Optional.empty();
            case NoticeState.Published published ->
                Optional.of(new NoticeDocument(
                        published,
                        before.map(NoticeDocument::publishedAt)
                                .orElse(event.event().at()),
                        before.map(NoticeDocument::born).orElse(event.position()),
                        event.sequence()));
        };
    }
}
