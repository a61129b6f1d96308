package org.quitclaim.command.erasure;

import java.time.Clock;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases.Order;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.consent.ConsentCommand.RestoreErasure;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Records again what a restored history has forgotten: who was erased, took recognition back, or is on a photo that was
 * removed, after the backup was made. The vault knows, because the ledger was applied to it.
 *
 * <p><b>Guarantees:</b> compares the vault's destroyed keys with the history, at every start and before anybody is
 * answered; does nothing where both agree, so it bears repeating. That this history is older is recorded before anything
 * else: stopped in between, the next start finds what is missing and the doubt is there already. What follows (takedowns,
 * photos, the case) is left to the duties, as after any erasure. Source: GDPR Art. 17; R64.
 *
 * <p>Every other no comes from the ledger before this ({@code WhenLedgerKnowsMoreThenSayAgain}).
 */
public final class WhenHistoryIsOlderThenErase implements Runnable {
    private final Vault vault;
    private final ErasureCases cases;
    private final Commands commands;
    private final Streams streams;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Leftovers leftovers;
    private final Clock clock;

    public WhenHistoryIsOlderThenErase(
            Vault vault,
            ErasureCases cases,
            Commands commands,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate,
            Leftovers leftovers,
            Clock clock) {
        this.vault = vault;
        this.cases = cases;
        this.commands = commands;
        this.streams = streams;
        this.index = index;
        this.upToDate = upToDate;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    @Override
    public void run() {
        upToDate.await();
        try {
            vault.destroyed().forEach(this::compare);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private void compare(KeyRef key) {
        try {
            switch (key.scope()) {
                case IDENTITY, RECOGNITION, EVIDENCE ->
                    owner(key, PersonId.PREFIX).ifPresent(id -> person(key, id));
                case PHOTO -> owner(key, PhotoId.PREFIX).ifPresent(id -> photo(key, new PhotoId(id)));
                case STAFF, EDITORIAL -> {}
            }
        } catch (StreamDamaged unreadable) {
            // it is red and opens nothing, and its key is gone either way; the rest is served
        }
    }

    /** Fingerprints of a case lie under a key of the case, which is no person's. */
    private static Optional<String> owner(KeyRef key, String prefix) {
        return Optional.of(key.owner().value()).filter(id -> id.startsWith(prefix));
    }

    private void person(KeyRef key, String id) {
        Order order = new Order(new PersonId(id), key.scope(), key.generation().number());
        RestoreErasure forgotten = new RestoreErasure(order.person(), order.scope(), order.generation());
        if (!closed(cases.idOf(order)) && isForgotten(forgotten)) {
            record(forgotten);
        }
    }

    private boolean isForgotten(RestoreErasure one) {
        return ConsentDecisions.decide(streams.consent(one.person()), one, clock.instant())
                instanceof Decision.Accepted<ConsentEvent>;
    }

    private boolean closed(OpaqueId erasureCase) {
        return index.one("select 1 from erasure where id = ? and closed = 1", row -> true, erasureCase.value())
                .isPresent();
    }

    /** Where the stored original was replaced, the key of the one before is gone, and the photo is not. */
    private void photo(KeyRef key, PhotoId id) {
        if (streams.photo(id) instanceof Registered photo
                && !photo.removed()
                && key.generation().number() >= photo.picture().keyGeneration()) {
            record(new RemovePhoto(id));
        }
    }

    private void record(DomainCommand forgotten) {
        leftovers.historyIsOlder();
        commands.offer(forgotten, Origin.system("erasure-ledger"));
    }
}
