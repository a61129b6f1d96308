package org.quitclaim.query.rights;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsEvent.RequestAlarmSounded;
import org.quitclaim.domain.rights.RightsEvent.RequestAnswered;
import org.quitclaim.domain.rights.RightsEvent.RequestExtended;
import org.quitclaim.domain.rights.RightsEvent.RequestReceived;
import org.quitclaim.domain.rights.RightsEvent.RequestRefused;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.query.projection.StreamView;

final class RightsRequestProjector implements StreamView<RightsRequestDocument> {
    private final DocumentCollection<RightsRequestDocument> documents;

    RightsRequestProjector(MongoDatabase database) {
        this.documents = new DocumentCollection<>(database, RightsRequestDocument.class);
    }

    @Override
    public Class<RightsEvent> family() {
        return RightsEvent.class;
    }

    @Override
    public DocumentCollection<RightsRequestDocument> documents() {
        return documents;
    }

    @Override
    public Optional<RightsRequestDocument> fold(Optional<RightsRequestDocument> before, Recorded event) {
        RightsEvent happened = (RightsEvent) event.event();
        return before.map(was -> next(was, happened, event.sequence())).or(() -> received(happened, event));
    }

    private static Optional<RightsRequestDocument> received(RightsEvent happened, Recorded event) {
        return happened instanceof RequestReceived e
                ? Optional.of(new RightsRequestDocument(
                        e.request(),
                        e.person(),
                        e.right(),
                        e.concern(),
                        e.askedBy(),
                        e.at(),
                        e.dueOn(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        event.position(),
                        event.sequence()))
                : Optional.empty();
    }

    private static RightsRequestDocument next(RightsRequestDocument was, RightsEvent event, long sequence) {
        boolean extended = event instanceof RequestExtended;
        boolean over = event instanceof RequestAnswered || event instanceof RequestRefused;
        return new RightsRequestDocument(
                was.id(),
                was.person(),
                was.right(),
                was.concern(),
                was.askedBy(),
                was.receivedAt(),
                event instanceof RequestExtended e ? e.dueOn() : was.dueOn(),
                event instanceof RequestExtended e ? List.of(e.reason()) : was.extendedFor(),
                event instanceof RequestAlarmSounded e
                        ? Stream.concat(was.alarms().stream(), Stream.of(e.alarm()))
                                .toList()
                        : extended ? List.of() : was.alarms(),
                event instanceof RequestAnswered e ? List.of(e.outcome()) : was.outcome(),
                event instanceof RequestRefused e ? List.of(e.reason()) : was.refusedFor(),
                over ? List.of(event.at()) : was.overAt(),
                was.born(),
                sequence);
    }
}
