package org.quitclaim.bench;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.storage.Kek;

/** Retiring an epoch with many keys, from the new key to the destroyed old one; baseline: unwrapping and wrapping alone. */
final class EpochsRow implements Row {
    private static final int BASELINE = 100_000;
    private static final int CONTEXT_BYTES = 80;
    private static final int MATERIAL_BYTES = 64;

    @Override
    public String name() {
        return "epochs";
    }

    @Override
    public void measure(Setting setting, Report report)
            throws VaultException, GeneralSecurityException, InterruptedException, ExecutionException {
        VaultFolders folders = VaultFolders.of(setting.work().resolve("epochs"));
        try (Vault vault = EmbeddedVault.open(folders, Clock.systemUTC())) {
            fill(vault, setting.keys());
            report.line("state", "%,d keys in keys.db (%,d MB)", setting.keys(), megabytes(folders.data()));
            double baseline = loop();
            long start = System.nanoTime();
            vault.epochs().rotate(progress -> {});
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = setting.keys() / seconds;
            report.line("epoch retired, key backup included", "%.1f s, %,.0f keys/s", seconds, rate);
            report.line("  unwrap and wrap in memory (baseline)", "%,.0f/s", baseline);
            report.line("  ratio", "%.2f", rate / baseline);
        }
    }

    private static long megabytes(Path data) {
        return data.resolve("keys.db").toFile().length() >> 20;
    }

    private static void fill(Vault vault, int keys) throws InterruptedException, ExecutionException {
        ManyKeys.make(keys, () -> {
            KeyRef key = KeyRef.first(IdMint.mint(PersonId.PREFIX, PersonId::new), KeyScope.RECOGNITION);
            vault.create(key);
            return key;
        });
    }

    private static double loop() throws GeneralSecurityException {
        Kek old = Kek.random();
        Kek fresh = Kek.random();
        byte[] context = new byte[CONTEXT_BYTES];
        byte[] wrapped = old.wrap(new byte[MATERIAL_BYTES], context);
        long start = System.nanoTime();
        for (int i = 0; i < BASELINE; i++) {
            fresh.wrap(old.unwrap(wrapped, context), context);
        }
        return BASELINE * 1e9 / (System.nanoTime() - start);
    }
}
