package org.quitclaim.domain.collection;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.collection.CollectionCommand.AddParticipant;
import org.quitclaim.domain.collection.CollectionCommand.AddPhotographer;
import org.quitclaim.domain.collection.CollectionCommand.OpenCollection;
import org.quitclaim.domain.collection.CollectionCommand.RemoveParticipant;
import org.quitclaim.domain.collection.CollectionCommand.RemovePhotographer;
import org.quitclaim.domain.collection.CollectionCommand.SetRecognitionPolicy;
import org.quitclaim.domain.collection.CollectionCommand.SetReleaseLines;
import org.quitclaim.domain.collection.CollectionEvent.CollectionOpened;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantAdded;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantRemoved;
import org.quitclaim.domain.collection.CollectionEvent.PhotographerAdded;
import org.quitclaim.domain.collection.CollectionEvent.PhotographerRemoved;
import org.quitclaim.domain.collection.CollectionEvent.RecognitionPolicySet;
import org.quitclaim.domain.collection.CollectionEvent.ReleaseLinesSet;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.collection.CollectionState.Unopened;
import org.quitclaim.domain.recognition.RecognitionPolicy;

/** Decides about collections. A new one only detects. */
public final class CollectionDecisions {
    private CollectionDecisions() {}

    public static Decision<CollectionEvent> decide(CollectionState state, CollectionCommand command, Instant at) {
        return switch (state) {
            case Unopened u ->
                command instanceof OpenCollection open
                        ? Decision.accept(new CollectionOpened(
                                open.collection(), open.name(), open.zone(), open.context(), open.photographers(), at))
                        : Decision.reject(CollectionRejection.UNKNOWN_COLLECTION);
            case Open open -> decideOpen(open, command, at);
        };
    }

    private static Decision<CollectionEvent> decideOpen(Open open, CollectionCommand command, Instant at) {
        int next = open.participantsVersion() + 1;
        return switch (command) {
            case OpenCollection c -> Decision.reject(CollectionRejection.ALREADY_OPEN);
            case SetRecognitionPolicy c ->
                c.policy().equals(open.policy())
                        ? Decision.reject(CollectionRejection.SAME_POLICY)
                        : Decision.accept(new RecognitionPolicySet(open.id(), c.policy(), at));
            case AddParticipant c ->
                open.participants().contains(c.person())
                        ? Decision.reject(CollectionRejection.ALREADY_PARTICIPANT)
                        : Decision.accept(new ParticipantAdded(open.id(), c.person(), next, at));
            case RemoveParticipant c ->
                open.participants().contains(c.person())
                        ? Decision.accept(new ParticipantRemoved(open.id(), c.person(), next, at))
                        : Decision.reject(CollectionRejection.NOT_PARTICIPANT);
            case AddPhotographer c ->
                open.photographers().contains(c.account())
                        ? Decision.reject(CollectionRejection.ALREADY_PHOTOGRAPHER)
                        : Decision.accept(new PhotographerAdded(open.id(), c.account(), at));
            case SetReleaseLines c -> Decision.accept(new ReleaseLinesSet(open.id(), c.lines(), at));
            case RemovePhotographer c ->
                open.photographers().contains(c.account())
                        ? Decision.accept(new PhotographerRemoved(open.id(), c.account(), at))
                        : Decision.reject(CollectionRejection.NOT_PHOTOGRAPHER);
        };
    }

    public static CollectionState evolve(CollectionState state, CollectionEvent event) {
        return switch (state) {
            case Unopened u ->
                event instanceof CollectionOpened e
                        ? new Open(
                                e.collection(),
                                e.zone(),
                                e.context(),
                                RecognitionPolicy.DEFAULT,
                                Set.of(),
                                0,
                                e.photographers(),
                                List.of())
                        : u;
            case Open open -> evolveOpen(open, event);
        };
    }

    private static Open evolveOpen(Open open, CollectionEvent event) {
        return switch (event) {
            case CollectionOpened e -> open;
            case RecognitionPolicySet e -> open.under(e.policy());
            case ParticipantAdded e -> open.with(more(open.participants(), e.person()), e.version());
            case ParticipantRemoved e -> open.with(fewer(open.participants(), e.person()), e.version());
            case PhotographerAdded e -> open.shotBy(more(open.photographers(), e.account()));
            case ReleaseLinesSet e -> open.saying(e.lines());
            case PhotographerRemoved e -> open.shotBy(fewer(open.photographers(), e.account()));
        };
    }

    private static <T> Set<T> more(Set<T> some, T one) {
        Set<T> more = new LinkedHashSet<>(some);
        more.add(one);
        return more;
    }

    private static <T> Set<T> fewer(Set<T> some, T one) {
        Set<T> fewer = new LinkedHashSet<>(some);
        fewer.remove(one);
        return fewer;
    }
}
