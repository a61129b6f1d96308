package org.quitclaim.command.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.quitclaim.command.copies.CopiesSettings;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureCommand.NameSought;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ParkErasureStep;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.Found;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** Finds, opens and writes to erasure cases. One key generation has one case, whose id follows from it. */
public final class ErasureCases {
    /** From the order. Source: GDPR Art. 12(3). */
    private static final int MONTHS = 1;

    private final Commands commands;
    private final Streams streams;
    private final Vault vault;
    private final KnownPictures pictures;
    private final CopiesSettings copies;
    private final RemnantList remnants;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which a month from the order is counted, as for a person's request */
    public ErasureCases(
            Commands commands,
            Streams streams,
            Vault vault,
            KnownPictures pictures,
            CopiesSettings copies,
            RemnantList remnants,
            Clock clock,
            ZoneId zone) {
        this.commands = commands;
        this.streams = streams;
        this.vault = vault;
        this.pictures = pictures;
        this.copies = copies;
        this.remnants = remnants;
        this.clock = clock;
        this.zone = zone;
    }

    /** What was ordered to be destroyed. */
    record Order(PersonId person, KeyScope scope, int generation) {
        KeyRef key() {
            return KeyRef.of(person, scope, new KeyGeneration(generation));
        }
    }

    ErasureCaseId idOf(Order order) {
        String material = order.person().value() + ':' + order.scope() + ':' + order.generation();
        return IdMint.fromMac(
                vault.secrets().mac("erasure-case", material.getBytes(StandardCharsets.US_ASCII)),
                ErasureCaseId.PREFIX,
                ErasureCaseId::new);
    }

    /**
     * Opens the case of an order, with what will be looked for written down while all of it is still there.
     *
     * @throws RuntimeException if that could not be written down now; the case, with its due date, is open all the same
     */
    void open(Order order, Origin origin) {
        ErasureCaseId id = idOf(order);
        switch (streams.erasure(id)) {
            case ErasureState.Unopened none -> begin(id, order, origin);
            case Open open -> writeDown(open, order, origin);
            case ErasureState.Closed closed -> {}
        }
    }

    private void begin(ErasureCaseId id, Order order, Origin origin) {
        try (RemnantList.Sealed sought = remnants.take(id, order)) {
            OpenErasureCase command = command(id, order, sought.record());
            sought.named(() -> commands.send(command, origin));
        } catch (RuntimeException e) {
            commands.offer(command(id, order, List.of()), origin);
            throw e;
        }
    }

    /** Unless that was done, or given up: whoever waits for it has parked the search. */
    private void writeDown(Open open, Order order, Origin origin) {
        ErasureCaseId id = open.work().id();
        if (open.isWithoutList() && !open.parked().containsKey(ErasureStep.SEARCH_CLEAN)) {
            try (RemnantList.Sealed sought = remnants.take(id, order)) {
                if (!sought.record().isEmpty()) {
                    sought.named(() -> commands.send(new NameSought(id, sought.record()), origin));
                }
            }
        }
    }

    private OpenErasureCase command(ErasureCaseId id, Order order, List<RecordId> sought) {
        List<ConsentEvent> orders = streams.events(order.person())
                .filter(event -> event instanceof ErasureOrdered || event instanceof PhotoTreatmentOrdered)
                .map(ConsentEvent.class::cast)
                .toList();
        Optional<ErasureOrdered> ordered = orders.stream()
                .filter(ErasureOrdered.class::isInstance)
                .map(ErasureOrdered.class::cast)
                .filter(one -> one.scope() == order.scope() && one.keyGeneration() == order.generation())
                .findFirst();
        return new OpenErasureCase(
                id,
                order.person(),
                order.scope(),
                order.generation(),
                ordered.map(ErasureOrdered::cause).orElse(ErasureCause.REQUEST),
                dueOn(ordered.map(ErasureOrdered::at)),
                PhotoTreatmentOrdered.in(orders.stream()),
                sought,
                copies.follow());
    }

    /** A stream with an event from the future gives its time to the order too; nobody waits longer for that. */
    private LocalDate dueOn(Optional<Instant> ordered) {
        Instant now = clock.instant();
        Instant from = ordered.filter(at -> at.isBefore(now)).orElse(now);
        return LocalDate.ofInstant(from, zone).plusMonths(MONTHS);
    }

    Optional<Open> find(ErasureCaseId id) {
        return streams.erasure(id) instanceof Open open ? Optional.of(open) : Optional.empty();
    }

    /** Destroys the key, or answers the receipt of having done so; what was known of a picture in memory goes with its key. */
    ShredReceipt shred(KeyRef key) {
        try {
            ShredReceipt receipt = vault.shred(key);
            pictures.forget(key);
            return receipt;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    void done(ErasureCaseId id, ErasureStep step, Origin origin) {
        done(id, step, new RecordErasureStep(id, step), origin);
    }

    /** As {@link #done(ErasureCaseId, ErasureStep, Origin)}, said in other words. */
    void done(ErasureCaseId id, ErasureStep step, ErasureCommand saying, Origin origin) {
        if (find(id).filter(open -> open.todo().contains(step)).isPresent()) {
            commands.offer(saying, origin);
        }
    }

    void park(ErasureCaseId id, ErasureStep step, ParkedBecause why, List<Found> found, Origin origin) {
        commands.offer(new ParkErasureStep(id, step, why, found), origin);
    }
}
