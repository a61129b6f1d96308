package org.quitclaim.vault.embedded;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.quitclaim.vault.storage.FileStore;
import org.quitclaim.vault.storage.StorageStep;

/** Writes a file so that after a power cut it is there as a whole or not at all. */
final class AtomicFile {
    static final String UNFINISHED = ".part";

    private AtomicFile() {}

    static void write(Path folder, String name, Instant writtenAt, FileStore.Content content, StorageStep step)
            throws IOException, GeneralSecurityException {
        // the content may close its stream; the channel has to stay open until it is forced
        Filling filling = channel -> content.writeTo(new Unclosing(Channels.newOutputStream(channel)));
        write(folder, name, writtenAt, filling, step);
    }

    /** A key, which leaves no copy in the memory of the thread. */
    static void writeSecret(Path folder, String name, byte[] secret, StorageStep step)
            throws IOException, GeneralSecurityException {
        write(folder, name, Instant.now(), (Filling) channel -> SecretFile.write(channel, secret), step);
    }

    @FunctionalInterface
    private interface Filling {
        void fill(FileChannel channel) throws IOException, GeneralSecurityException;
    }

    private static void write(Path folder, String name, Instant writtenAt, Filling content, StorageStep step)
            throws IOException, GeneralSecurityException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        step.before("write file");
        try {
            writeDurably(unfinished, content);
            Files.setLastModifiedTime(unfinished, FileTime.from(writtenAt));
        } catch (IOException | GeneralSecurityException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        step.after("write file");
        step.before("rename file");
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.syncFolder(folder);
        step.after("rename file");
    }

    private static void writeDurably(Path file, Filling content) throws IOException, GeneralSecurityException {
        try (FileChannel channel = OwnerOnly.create(file)) {
            content.fill(channel);
            channel.force(true);
        }
    }

    private static final class Unclosing extends FilterOutputStream {
        Unclosing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
