package org.quitclaim.vault.remnant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders apart from the data folder that keep the same, each searched byte by byte, as one store. */
public final class FoldersApart implements SearchedStore, AutoCloseable {
    private final String name;
    private final List<RawFiles> folders;

    public FoldersApart(String name, List<Path> folders) {
        this.name = name;
        this.folders =
                folders.stream().map(folder -> RawFiles.apart(name, folder)).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws IOException {
        List<Leftover> left = new ArrayList<>();
        for (RawFiles each : folders) {
            left.addAll(each.find(erased));
        }
        return left;
    }

    @Override
    public long scannedBytes() {
        return folders.stream().mapToLong(RawFiles::scannedBytes).sum();
    }

    @Override
    public void close() throws IOException {
        for (RawFiles each : folders) {
            each.close();
        }
    }
}
