package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.AcceptMatch;
import org.quitclaim.domain.consent.ConsentCommand.EnrolFaceprint;
import org.quitclaim.domain.consent.ConsentCommand.RecordShredding;
import org.quitclaim.domain.consent.ConsentCommand.RetireFaceprints;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.RecordId;

/** When a faceprint may exist or be used: under exactly the key generation of a live grant. */
final class FaceprintRules {
    private FaceprintRules() {}

    static Decision<ConsentEvent> enrol(Known person, EnrolFaceprint command, Instant at) {
        return obstacle(person, command.keyGeneration(), at)
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new ConsentEvent.FaceprintEnrolled(
                        person.id(),
                        command.keyGeneration(),
                        command.faceprint(),
                        command.pack(),
                        command.photo(),
                        command.face(),
                        command.permit(),
                        at)));
    }

    /** Under a live grant only: what has to stand still does, and a key whose erasure is ordered takes all of them along. */
    static Decision<ConsentEvent> retire(Known person, RetireFaceprints command, Instant at) {
        Optional<ConsentRejection> obstacle = obstacle(person, command.keyGeneration(), at);
        if (obstacle.isPresent()) {
            return Decision.reject(obstacle.get());
        }
        List<RecordId> outdated = person.recognition().byOthersThan(command.pack()).stream()
                .map(Faceprint::record)
                .toList();
        return outdated.isEmpty()
                ? Decision.reject(ConsentRejection.NOTHING_TO_RETIRE)
                : Decision.accept(new ConsentEvent.FaceprintsRetired(
                        person.id(),
                        command.keyGeneration(),
                        outdated,
                        command.pack(),
                        person.recognition().by(command.pack()).size(),
                        at));
    }

    static Decision<ConsentEvent> accept(Known person, AcceptMatch command, Instant at) {
        return obstacle(person, command.keyGeneration(), at)
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new ConsentEvent.MatchAccepted(
                        person.id(), command.keyGeneration(), command.photo(), command.face(), command.run(), at)));
    }

    /** What was ordered is recorded once, however often the work is taken up again. */
    static Decision<ConsentEvent> destroyed(Known person, RecordShredding command, Instant at) {
        boolean owed = switch (command.scope()) {
            case RECOGNITION -> person.recognition().owes(command.keyGeneration());
            case IDENTITY, EVIDENCE -> person.retention().owes(command.scope());
            case PHOTO, STAFF, EDITORIAL -> false;
        };
        return owed
                ? Decision.accept(
                        new ConsentEvent.KeyDestroyed(person.id(), command.scope(), command.keyGeneration(), at))
                : Decision.reject(ConsentRejection.NO_SUCH_KEY);
    }

    private static Optional<ConsentRejection> obstacle(Known person, int generation, Instant at) {
        Outlook outlook = person.outlook();
        Optional<Grant> allowed = outlook.recognition(at);
        if (allowed.isEmpty()) {
            return Optional.of(
                    outlook.recognitionWaits(at)
                            ? ConsentRejection.RECOGNITION_UNCONFIRMED
                            : ConsentRejection.RECOGNITION_NOT_ALLOWED);
        }
        RecognitionKey key = person.recognition();
        return key.phase() == RecognitionKey.Phase.ACTIVE
                        && key.generation() == generation
                        && allowed.get().keyGeneration() == generation
                ? Optional.empty()
                : Optional.of(ConsentRejection.STALE_GENERATION);
    }
}
