package org.quitclaim.vault.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * Where sealed files lie, each named by a record id.
 *
 * <p><b>Guarantees:</b> a file is either there completely and durably, or not at all.
 *
 * <p><b>Thread-safety:</b> safe for different ids.
 */
public interface FileStore {

    /** Writes the content of a sealed file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
    }

    /** Replaces what a crash may have left under this id. */
    void write(RecordId id, Content content) throws StorageFailure, GeneralSecurityException;

    /**
     * Opens a file for reading.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream read(RecordId id) throws IOException;

    /** Removes files durably; what is not there is fine. */
    void delete(Collection<RecordId> ids) throws StorageFailure;

    List<RecordId> writtenUpTo(Instant limit) throws StorageFailure;
}
