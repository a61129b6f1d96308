package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.quitclaim.vault.storage.StorageStep;

/**
 * Destroys a small file with a key in it.
 *
 * <p><b>Guarantees:</b> overwritten where it lies, then removed, each durably; nothing there is fine. Not guaranteed: that
 * the medium writes where it wrote before; SSDs and copy-on-write file systems do not.
 *
 * <p><b>Source:</b> NIST SP 800-88, clear.
 */
final class DestroyedFile {
    private DestroyedFile() {}

    static void destroy(Path folder, String name, StorageStep step) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return;
        }
        step.before("overwrite key file");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        }
        step.after("overwrite key file");
        step.before("delete key file");
        Files.delete(file);
        OwnerOnly.syncFolder(folder);
        step.after("delete key file");
    }
}
