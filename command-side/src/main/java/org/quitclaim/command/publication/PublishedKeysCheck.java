package org.quitclaim.command.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the keys that are published with those that sign, at each start.
 *
 * <p>The file of the published ones is written at the first start, so that they can be had without the server and without
 * the key-encryption key, and so that every backup holds the keys that sign. It is never replaced: whoever checks a
 * certificate offline believes it.
 *
 * <p><b>Guarantees:</b> where the two differ, nothing is signed and no key is named. Everything else works, withdrawals
 * above all.
 */
public final class PublishedKeysCheck implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeysCheck.class);

    private final Vault vault;
    private final JsonMapper json;
    private final Path file;
    private volatile boolean differ;

    public PublishedKeysCheck(Vault vault, JsonMapper json, DataFolderLock folder) {
        this.vault = vault;
        this.json = json;
        this.file = folder.folder().resolve(KnownKeys.FILE);
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            byte[] signing = PublishedKeys.of(vault, json).getBytes(StandardCharsets.UTF_8);
            if (!Files.exists(file)) {
                write(signing);
            } else if (!Arrays.equals(Files.readAllBytes(file), signing)) {
                vault.stopSigning();
                differ = true;
                problem().ifPresent(LOG::error);
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What whoever runs the system has to know, in one line. */
    public Optional<String> problem() {
        return differ
                ? Optional.of("The published keys in " + file + " are not those with which this vault signs, so nothing"
                        + " is signed: no clearance and no certificate. If keys.db was exchanged, bring back the right"
                        + " one. If the file was changed, move it away and start again: it is written anew."
                        + " [signing.keys-differ]")
                : Optional.empty();
    }

    private void write(byte[] signing) throws IOException {
        Path whole = file.resolveSibling(KnownKeys.FILE + ".new");
        try (FileChannel channel = FileChannel.open(
                whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(signing);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
