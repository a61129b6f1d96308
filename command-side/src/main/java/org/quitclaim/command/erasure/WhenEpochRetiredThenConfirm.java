package org.quitclaim.command.erasure;

import java.util.Comparator;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases.Order;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Records on closed cases that the epochs are retired whose keys had wrapped what they destroyed, photos included: copies of the key store are
 * useless from then on.
 *
 * <p>Looks whenever an epoch was retired, and once after a start. Source: R62, R63.
 */
public final class WhenEpochRetiredThenConfirm implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final ErasureCases cases;
    private final Commands commands;
    private final Streams streams;
    private final WorkIndex index;
    private final Vault vault;
    private int retiredSeen = -1;

    public WhenEpochRetiredThenConfirm(
            ErasureCases cases, Commands commands, Streams streams, WorkIndex index, Vault vault) {
        this.cases = cases;
        this.commands = commands;
        this.streams = streams;
        this.index = index;
        this.vault = vault;
    }

    @Override
    public void run() {
        try {
            int retired = vault.epochs().retired().size();
            if (retired != retiredSeen && confirmAll()) {
                retiredSeen = retired;
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private boolean confirmAll() {
        boolean all = true;
        String after = "";
        while (true) {
            var some = index.all(
                    "select id, person, scope, generation from erasure where closed = 1 and retired = 0 and id > ?"
                            + " order by id limit " + AT_ONCE,
                    row -> new Order(new PersonId(row.getString(2)), KeyScope.valueOf(row.getString(3)), row.getInt(4)),
                    after);
            all &= ForEach.guarded(some, this::confirm);
            if (some.size() < AT_ONCE) {
                return all;
            }
            after = cases.idOf(some.getLast()).value();
        }
    }

    private void confirm(Order order) {
        ErasureCaseId id = cases.idOf(order);
        Epoch last = Stream.concat(
                        Stream.of(order.key()),
                        LeavingPhotos.of(streams, id).stream().map(LeavingPhotos::key))
                .map(key -> cases.shred(key).wrappedUpTo())
                .max(Comparator.comparing(Epoch::number))
                .orElseThrow();
        if (isUseless(last)) {
            commands.offer(new RecordErasureStep(id, ErasureStep.EPOCH_RETIRED), Origin.system("erasure-policy"));
        }
    }

    private boolean isUseless(Epoch wrappedUpTo) {
        try {
            return vault.epochs().uselessSince(wrappedUpTo).isPresent();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
