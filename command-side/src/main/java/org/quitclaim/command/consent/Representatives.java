package org.quitclaim.command.consent;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.CorrectRepresentative;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.SealedRecords;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers who signs for somebody.
 *
 * <p><b>Guarantees:</b> nobody is two representatives of one person as far as names tell: where both parents have to sign,
 * one of them entered twice would be both. Names are compared without case, accents, spaces and punctuation. Not
 * guaranteed: that one human under two names is found out. Source: GDPR Art. 8; R13.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Representatives {
    private final Streams streams;
    private final SealedCommands sealedCommands;
    private final SealedRecords vault;
    private final JsonMapper json;
    /** Registrations are rare: one after the other, so that of two of the same human the second sees the first. */
    private final Lock registering = new ReentrantLock();

    public Representatives(Streams streams, SealedCommands sealedCommands, SealedRecords vault, JsonMapper json) {
        this.streams = streams;
        this.sealedCommands = sealedCommands;
        this.vault = vault;
        this.json = json;
    }

    /** By what right somebody signs, and whether staff saw the papers. */
    record Standing(Representative.Role role, boolean verified, boolean sole) {}

    /** Registered already under this id, as by the same request before, is well. */
    void register(PersonId person, RepresentativeId id, Authority authority, Standing standing, Actor actor) {
        registering.lock();
        try {
            if (streams.consent(person) instanceof Known known) {
                if (known.representatives().containsKey(id)) {
                    return;
                }
                requireNew(known, authority, List.copyOf(known.representatives().values()), actor);
            }
            sealedCommands.send(Origins.of(actor), draft -> {
                RecordId sealed = draft.text(
                        person, KeyScope.EVIDENCE, RecordKinds.REPRESENTATIVE, json.writeValueAsString(authority));
                return new AddRepresentative(
                        person,
                        new Representative(id, standing.role(), sealed, standing.verified(), standing.sole(), false));
            });
        } finally {
            registering.unlock();
        }
    }

    /** As {@link #register}: a correction does not make one human two representatives either. */
    public void correct(
            Known person,
            RepresentativeId id,
            Authority right,
            RecordId former,
            List<RightsRequestId> request,
            Origin origin,
            Actor actor) {
        registering.lock();
        try {
            List<Representative> others = person.representatives().values().stream()
                    .filter(one -> !one.id().equals(id))
                    .toList();
            requireNew(person, right, others, actor);
            sealedCommands.send(origin, draft -> {
                RecordId sealed = draft.text(
                        person.id(), KeyScope.EVIDENCE, RecordKinds.REPRESENTATIVE, json.writeValueAsString(right));
                return new CorrectRepresentative(person.id(), id, sealed, former, request);
            });
        } finally {
            registering.unlock();
        }
    }

    private void requireNew(Known person, Authority authority, List<Representative> others, Actor actor) {
        List<RecordId> sealed = others.stream().map(Representative::authority).toList();
        boolean twice = opened(sealed, person.id(), actor).values().stream()
                .anyMatch(opening -> opening instanceof Opening.Opened known
                        && compared(json.readValue(known.content().text(), Authority.class)
                                        .name())
                                .equals(compared(authority.name())));
        if (twice) {
            throw new RejectedException(ConsentRejection.REPRESENTATIVE_EXISTS);
        }
    }

    private Map<RecordId, Opening> opened(List<RecordId> sealed, PersonId person, Actor actor) {
        if (sealed.isEmpty()) {
            return Map.of();
        }
        try {
            return vault.openAll(sealed, actor.reason(AccessPurpose.CONSENT, person.value()));
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private static String compared(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
        return letters.isEmpty() ? name : letters;
    }
}
