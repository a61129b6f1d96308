package org.quitclaim.command.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ParkErasureStep;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.Found;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.erasure.PhotoTreatment;
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
    private final Commands commands;
    private final Streams streams;
    private final Vault vault;
    private final Lookout lookout;
    private final Clock clock;

    public ErasureCases(Commands commands, Streams streams, Vault vault, Lookout lookout, Clock clock) {
        this.commands = commands;
        this.streams = streams;
        this.vault = vault;
        this.lookout = lookout;
        this.clock = clock;
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

    /** The case of an order; opened, with what will be looked for written down, while all of it is still there. */
    ErasureState open(Order order, Origin origin) {
        ErasureCaseId id = idOf(order);
        if (streams.erasure(id) instanceof ErasureState.Unopened) {
            try (Lookout.Sealed sought = lookout.take(id, order)) {
                commands.offer(command(id, order, sought.record()), origin);
                sought.keep();
            }
        }
        return streams.erasure(id);
    }

    private OpenErasureCase command(ErasureCaseId id, Order order, List<RecordId> sought) {
        LocalDate due = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(1);
        List<ConsentEvent> ordered = streams.events(order.person())
                .filter(event -> event instanceof ConsentEvent.ErasureOrdered
                        || event instanceof ConsentEvent.PhotoTreatmentOrdered)
                .map(ConsentEvent.class::cast)
                .toList();
        return new OpenErasureCase(
                id,
                order.person(),
                order.scope(),
                order.generation(),
                cause(ordered, order),
                due,
                treatment(ordered),
                sought);
    }

    private static ErasureCause cause(List<ConsentEvent> ordered, Order order) {
        return ordered.stream()
                .filter(ConsentEvent.ErasureOrdered.class::isInstance)
                .map(ConsentEvent.ErasureOrdered.class::cast)
                .filter(one -> one.scope() == order.scope() && one.keyGeneration() == order.generation())
                .map(ConsentEvent.ErasureOrdered::cause)
                .findFirst()
                .orElse(ErasureCause.REQUEST);
    }

    private static PhotoTreatment treatment(List<ConsentEvent> ordered) {
        return ordered.stream()
                .filter(ConsentEvent.PhotoTreatmentOrdered.class::isInstance)
                .map(event -> ((ConsentEvent.PhotoTreatmentOrdered) event).photos())
                .findFirst()
                .orElse(PhotoTreatment.LEAVE);
    }

    Optional<Open> find(ErasureCaseId id) {
        return streams.erasure(id) instanceof Open open ? Optional.of(open) : Optional.empty();
    }

    /** Destroys the key, or answers the receipt of having done so. */
    ShredReceipt shred(KeyRef key) {
        try {
            return vault.shred(key);
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
