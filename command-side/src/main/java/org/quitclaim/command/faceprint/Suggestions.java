package org.quitclaim.command.faceprint;

import java.util.function.Predicate;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentCommand.AcceptMatch;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.Suggestion;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.gallery.MatchVerdict;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.VaultException;

/**
 * Turns a match into a suggestion.
 *
 * <p><b>Guarantees:</b> only if the person's own stream accepts it at that moment, under exactly the key generation that
 * the permit named; the exact score is sealed under that key, and goes with it.
 */
public final class Suggestions {
    private final Commands commands;
    private final Sealing sealing;
    private final Predicate<PersonId> saidNo;

    /** @param saidNo whether a person said no to something that stands */
    public Suggestions(Commands commands, Sealing sealing, Predicate<PersonId> saidNo) {
        this.commands = commands;
        this.sealing = sealing;
        this.saidNo = saidNo;
    }

    /** Whether it was made. */
    boolean offer(
            PhotoId photo, FaceId face, KeyGeneration generation, MatchVerdict.Match match, RunId run, Origin origin) {
        PersonId person = match.person();
        if (commands.offer(new AcceptMatch(person, generation.number(), photo, face, run), origin)
                .isEmpty()) {
            return false;
        }
        try (Draft draft = sealing.draft()) {
            RecordId score = draft.sealUnderLiveKey(
                    KeyRef.of(person, KeyScope.RECOGNITION, generation),
                    RecordKinds.MATCH_SCORE,
                    Plaintext.of(Double.toString(match.distance())));
            Suggestion suggestion =
                    new Suggestion(person, run, generation.number(), match.band(), match.isClose(), score);
            draft.named(() -> commands.send(new SuggestMatch(photo, face, suggestion, saidNo.test(person)), origin));
            return true;
        } catch (RejectedException | VaultException.KeyNotActive e) {
            return false;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
