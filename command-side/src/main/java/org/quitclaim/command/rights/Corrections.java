package org.quitclaim.command.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.Authority;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.consent.Representatives;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentCommand.CorrectIdentity;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.domain.rights.RightsState;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts right what is written about a person and about who signs for them.
 *
 * <p><b>Guarantees:</b> what was wrong is destroyed once what is right is recorded; after a crash in between the next removal of orphans
 * does it. The event names records and the request, never what stands in them.
 *
 * <p><b>Source:</b> GDPR Art. 16.
 */
final class Corrections {
    private final SealedCommands sealedCommands;
    private final Representatives representatives;
    private final Streams streams;
    private final Vault vault;
    private final JsonMapper json;

    public Corrections(
            SealedCommands sealedCommands,
            Representatives representatives,
            Streams streams,
            Vault vault,
            JsonMapper json) {
        this.sealedCommands = sealedCommands;
        this.representatives = representatives;
        this.streams = streams;
        this.vault = vault;
        this.json = json;
    }

    /** What is written now; each part with the record that a correction of it replaces. */
    Details read(PersonId id, Actor actor) {
        Known person = known(id);
        List<RecordId> records = new ArrayList<>(List.of(person.identity()));
        person.representatives().values().forEach(one -> records.add(one.authority()));
        Map<RecordId, Opening> opened = opened(records, id, actor);
        Identity identity = as(opened.get(person.identity()), id, Identity.class);
        return new Details(
                identity.name(),
                identity.email(),
                person.identity(),
                person.representatives().values().stream()
                        .map(one -> signer(one, as(opened.get(one.authority()), id, Authority.class)))
                        .toList());
    }

    private static Details.Signer signer(Representative one, Authority authority) {
        return new Details.Signer(one.id(), one.role(), authority.name(), authority.papers(), one.authority());
    }

    void identity(PersonId id, Identity right, RecordId former, @Nullable RightsRequestId request, Actor actor) {
        Known person = known(id);
        List<RightsRequestId> asked = asked(request, id);
        sealedCommands.send(origin(actor, asked), draft -> {
            RecordId sealed =
                    draft.text(person.id(), KeyScope.IDENTITY, RecordKinds.IDENTITY, json.writeValueAsString(right));
            return new CorrectIdentity(person.id(), sealed, former, asked);
        });
        destroy(former);
    }

    void representative(
            PersonId id,
            RepresentativeId representative,
            Authority right,
            RecordId former,
            @Nullable RightsRequestId request,
            Actor actor) {
        List<RightsRequestId> asked = asked(request, id);
        representatives.correct(known(id), representative, right, former, asked, origin(actor, asked), actor);
        destroy(former);
    }

    Known known(PersonId id) {
        if (!(streams.consent(id) instanceof Known known)) {
            throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
        }
        return known;
    }

    List<RightsRequestId> asked(@Nullable RightsRequestId request, PersonId person) {
        if (request == null) {
            return List.of();
        }
        if (streams.rights(request) instanceof RightsState.Open open
                && open.request().person().equals(person)
                && open.request().right() == Right.RECTIFICATION) {
            return List.of(request);
        }
        throw new RejectedException(new InputRejection(
                "rights.no-such-correction",
                "This is no open request of this person for a correction.",
                HttpStatus.CONFLICT));
    }

    static Origin origin(Actor actor, List<RightsRequestId> asked) {
        Origin origin = Origins.of(actor);
        return asked.isEmpty() ? origin : origin.about(asked.getFirst());
    }

    private void destroy(RecordId former) {
        try {
            vault.delete(former);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private Map<RecordId, Opening> opened(List<RecordId> records, PersonId person, Actor actor) {
        try {
            return vault.openAll(records, actor.reason(AccessPurpose.CONSENT, person.value()));
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private <T> T as(@Nullable Opening opening, PersonId person, Class<T> type) {
        return switch (opening) {
            case Opening.Opened(Plaintext content) -> json.readValue(content.text(), type);
            case Opening.Refused(VaultException why) -> throw unreadable(person, why);
            case null -> throw unreadable(person, new VaultException.RecordUnknown());
        };
    }

    /** A record that is lost or damaged is no sign that somebody was erased; a destroyed key is. */
    private RuntimeException unreadable(PersonId person, VaultException why) {
        try {
            return vault.state(KeyRef.first(person, KeyScope.IDENTITY)).equals(Optional.of(KeyState.DESTROYED))
                    ? new RejectedException(ConsentRejection.PERSON_ERASED)
                    : new VaultUnavailable(why);
        } catch (VaultException e) {
            return new VaultUnavailable(e);
        }
    }
}
