package org.quitclaim.query.erasure;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.erasure.ErasureDecisions;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.query.projection.StreamView;

final class ErasureCaseProjector implements StreamView<ErasureCaseDocument> {
    private final DocumentCollection<ErasureCaseDocument> documents;

    ErasureCaseProjector(MongoDatabase database) {
        this.documents = new DocumentCollection<>(database, ErasureCaseDocument.class);
    }

    @Override
    public Class<ErasureEvent> family() {
        return ErasureEvent.class;
    }

    @Override
    public DocumentCollection<ErasureCaseDocument> documents() {
        return documents;
    }

    @Override
    public Optional<ErasureCaseDocument> fold(Optional<ErasureCaseDocument> before, Recorded event) {
        ErasureEvent happened = (ErasureEvent) event.event();
        return before.map(was -> next(was, happened, event.sequence())).or(() -> opened(happened, event));
    }

    private static Optional<ErasureCaseDocument> opened(ErasureEvent happened, Recorded event) {
        return happened instanceof ErasureEvent.ErasureCaseOpened e
                ? Optional.of(new ErasureCaseDocument(
                        e.erasureCase(),
                        e.person(),
                        e.scope(),
                        e.keyGeneration(),
                        e.cause(),
                        e.dueOn(),
                        e.at(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ErasureDecisions.evolve(ErasureState.NONE, e),
                        event.position(),
                        event.sequence()))
                : Optional.empty();
    }

    private static ErasureCaseDocument next(ErasureCaseDocument was, ErasureEvent event, long sequence) {
        LocalDate dueOn = event instanceof ErasureEvent.DueDateExtended e ? e.dueOn() : was.dueOn();
        List<Instant> closed = event instanceof ErasureEvent.ErasureCaseClosed e ? List.of(e.at()) : was.closed();
        return new ErasureCaseDocument(
                was.id(),
                was.person(),
                was.scope(),
                was.keyGeneration(),
                was.cause(),
                dueOn,
                was.openedAt(),
                steps(was.steps(), event),
                event instanceof ErasureEvent.StoresSearched e ? e.stores() : was.searched(),
                closed,
                ErasureDecisions.evolve(was.state(), event),
                was.born(),
                sequence);
    }

    private static List<ErasureCaseDocument.Step> steps(List<ErasureCaseDocument.Step> was, ErasureEvent event) {
        if (!(event instanceof ErasureEvent.ErasureStepRecorded recorded)) {
            return was;
        }
        List<ErasureCaseDocument.Step> more = new ArrayList<>(was);
        more.add(new ErasureCaseDocument.Step(recorded.step(), recorded.at()));
        return more;
    }
}
