package org.quitclaim.vault.remnant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.domain.vault.RecordId;

/** The folder of sealed files: an erased record's file is gone. By id, because each file is one record and nothing else. */
public final class SealedFilesById implements SearchedStore {
    private static final String FOLDER = "sealed";

    private final Path data;

    public SealedFilesById(Path data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "sealed-files";
    }

    @Override
    public boolean holds(Path file) {
        return file.startsWith(FOLDER);
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) {
        return erased.stream()
                .filter(one -> one.records().stream().anyMatch(this::isThere))
                .map(one -> new Leftover(one.erasureCase(), name(), FOLDER, Remnant.RECORD))
                .toList();
    }

    private boolean isThere(RecordId id) {
        String first = id.value().substring(RecordId.PREFIX.length(), RecordId.PREFIX.length() + 1);
        return Files.exists(data.resolve(FOLDER).resolve(first).resolve(id.value()));
    }
}
