package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.vault.remnant.FoldersApart;

class SearchedKeyFoldersTest {
    @TempDir
    Path folder;

    @Test
    @Requirement("R64")
    void theSearchSearchesEveryFolderInWhichACopyOfTheKeyIsKept() throws Exception {
        List<Path> folders = List.of(folder.resolve("keys"), folder.resolve("one"), folder.resolve("two"));
        for (Path each : folders) {
            Files.createDirectory(each);
            Files.write(each.resolve("some.kek"), new byte[10]);
        }
        StandaloneSettings settings = new StandaloneSettings(
                folders.getFirst(), folders.subList(1, 3), "file", Map.of(), null, false, Duration.ofDays(1));
        try (DataFolderLock lock = DataFolderLock.acquire(folder.resolve("data"));
                FoldersApart searched = new RemnantSearchConfiguration().epochsSearched(lock, settings)) {
            assertThat(searched.find(List.of())).isEmpty();
            assertThat(searched.scannedBytes()).isEqualTo(30);
        }
    }
}
