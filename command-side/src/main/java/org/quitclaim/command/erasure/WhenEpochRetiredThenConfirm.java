package org.quitclaim.command.erasure;

import java.time.Instant;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.erasure.ErasureCases.Order;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Records on closed cases that the epoch is retired whose key had wrapped what they destroyed: copies of the key store are
 * useless from then on.
 *
 * <p>Looks whenever an epoch was retired, and once after a start. Source: R62, R63.
 */
public final class WhenEpochRetiredThenConfirm implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final ErasureCases cases;
    private final Commands commands;
    private final WorkIndex index;
    private final Vault vault;
    private int retiredSeen = -1;

    public WhenEpochRetiredThenConfirm(ErasureCases cases, Commands commands, WorkIndex index, Vault vault) {
        this.cases = cases;
        this.commands = commands;
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
        if (isUseless(cases.shred(order.key()).keyDestroyedAt())) {
            commands.offer(
                    new RecordErasureStep(cases.idOf(order), ErasureStep.EPOCH_RETIRED),
                    Origin.system("erasure-policy"));
        }
    }

    private boolean isUseless(Instant destroyedAt) {
        try {
            return vault.epochs().uselessSince(destroyedAt).isPresent();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
