package org.quitclaim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.storage.Kek;

/**
 * Trying every wrapped key, as each opening of the vault and the daily look do, with a record under each; baseline:
 * unwrapping as many keys in memory. Processor time of the one thread that does it.
 */
final class KeysRow implements Row {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int PART = 10;
    private static final int CONTEXT_BYTES = 80;
    private static final int MATERIAL_BYTES = 64;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public void measure(Setting setting, Report report)
            throws VaultException, GeneralSecurityException, InterruptedException, ExecutionException {
        VaultFolders folders = VaultFolders.of(setting.work().resolve("keys"));
        int keys = Math.max(1, setting.keys() / PART);
        try (Vault vault = EmbeddedVault.open(folders, Clock.systemUTC())) {
            fill(vault, keys);
        }
        report.line("state", "%,d keys with a record each", keys);
        double opening = 0;
        double look = Double.MAX_VALUE;
        double baseline = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            try (Vault vault = EmbeddedVault.open(folders, Clock.systemUTC())) {
                double opened = secondsSince(start);
                opening = round == 0 ? opened : opening;
                look = Math.min(look, look(vault));
            }
            baseline = Math.min(baseline, unwrap(keys));
        }
        report.line("opening the vault, the first in this process", "%.2f s", opening);
        report.line("look at every key, the quickest of three", "%.2f s, %,.0f keys/s", look, keys / look);
        report.line("  unwrapping as many in memory (baseline)", "%.2f s, %,.0f/s", baseline, keys / baseline);
        report.line("  ratio", "%.1f x", look / baseline);
    }

    private static double look(Vault vault) throws VaultException {
        long start = CLOCK.getCurrentThreadCpuTime();
        KeyDamage damage = vault.lookAtKeys();
        double seconds = secondsSince(start);
        if (!damage.equals(KeyDamage.NONE)) {
            throw new IllegalStateException("a key that was just made is damaged");
        }
        return seconds;
    }

    private static double unwrap(int keys) throws GeneralSecurityException {
        Kek kek = Kek.random();
        byte[] context = new byte[CONTEXT_BYTES];
        byte[] wrapped = kek.wrap(new byte[MATERIAL_BYTES], context);
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < keys; i++) {
            kek.unwrap(wrapped, context);
        }
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static void fill(Vault vault, int keys) throws InterruptedException, ExecutionException {
        ManyKeys.make(keys, () -> {
            KeyRef key = KeyRef.first(IdMint.mint(PersonId.PREFIX, PersonId::new), KeyScope.IDENTITY);
            vault.create(key);
            vault.seal(new SealRequest(
                    key, new RecordKind("person-name"), IdMint.recordId(), Plaintext.of("Anna Voorbeeld")));
            return key;
        });
    }
}
