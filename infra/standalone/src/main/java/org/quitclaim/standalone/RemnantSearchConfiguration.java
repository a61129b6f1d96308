package org.quitclaim.standalone;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.transparency.LogFolder;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.remnant.FoldersApart;
import org.quitclaim.vault.remnant.RawFiles;
import org.quitclaim.vault.remnant.SealedFilesById;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every file that a standalone server keeps, as the search searches it. A test fails when a file in the data folder
 * belongs to none of these.
 */
@Configuration(proxyBeanMethods = false)
class RemnantSearchConfiguration {
    private static final String EVENT_STORE = "quitclaim.event-store";

    /** The history. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = EVENT_STORE, havingValue = "sqlite", matchIfMissing = true)
    RawFiles eventsSearched(DataFolderLock lock) {
        return RawFiles.database("events", lock.folder(), "events.db", RawFiles.Rewriting.NONE);
    }

    /** Commitments and salts; nothing of an event itself. */
    @Bean(destroyMethod = "close")
    RawFiles transparencyLogSearched(DataFolderLock lock) {
        return new RawFiles(
                "transparency-log", lock.folder(), path -> path.startsWith(LogFolder.NAME), RawFiles.Rewriting.NONE);
    }

    /** The history where it is on Axon Server. */
    @Bean
    @ConditionalOnProperty(name = EVENT_STORE, havingValue = "axon-server")
    ServerEventsSearched serverEventsSearched(AxonServerConnectionManager connections) {
        return new ServerEventsSearched(connections::getConnection);
    }

    /** How far policies have read; if there were any, dead letters would be a table of the same file. */
    @Bean(destroyMethod = "close")
    RawFiles policyTokensSearched(DataFolderLock lock) {
        return RawFiles.database("policy-tokens", lock.folder(), "policy-tokens.db", RawFiles.Rewriting.NONE);
    }

    /** The public halves of signing keys, kept so that old certificates can be checked. */
    @Bean(destroyMethod = "close")
    RawFiles publicKeysSearched(DataFolderLock lock) {
        return RawFiles.database("public-keys", lock.folder(), KnownKeys.FILE, RawFiles.Rewriting.NONE);
    }

    @Bean(destroyMethod = "close")
    RawFiles keysSearched(DataFolderLock lock, Vault vault) {
        return RawFiles.database("keys", lock.folder(), "keys.db", () -> rewritten(vault));
    }

    @Bean(destroyMethod = "close")
    RawFiles recordsSearched(DataFolderLock lock, Vault vault) {
        return RawFiles.database("records", lock.folder(), "records.db", () -> rewritten(vault));
    }

    private static boolean rewritten(Vault vault) throws org.quitclaim.vault.VaultException {
        vault.rewrite();
        return true;
    }

    @Bean(destroyMethod = "close")
    RawFiles workSearched(DataFolderLock lock) {
        return RawFiles.database("work", lock.folder(), "work.db", RawFiles.Rewriting.NONE);
    }

    @Bean(destroyMethod = "close")
    RawFiles readModelsSearched(DataFolderLock lock) {
        return new RawFiles(
                "read-models",
                lock.folder(),
                path -> path.getNameCount() == 1 && path.toString().startsWith("read-models.mv"),
                RawFiles.Rewriting.NONE);
    }

    @Bean
    SearchedStore sealedFilesSearched(DataFolderLock lock) {
        return new SealedFilesById(lock.folder());
    }

    /** The key-encryption keys and their copies: beside the data folder, or where settings say. */
    @Bean(destroyMethod = "close")
    FoldersApart epochsSearched(DataFolderLock lock, StandaloneSettings settings) {
        return new FoldersApart("epochs", settings.folders(lock.folder()).everyKeyFolder());
    }

    /** What was logged to a file; nothing is, unless a setting says so. */
    @Bean
    SearchedStore logsSearched(
            @Value("${logging.file.name:}") String name, @Value("${logging.file.path:}") String folder) {
        return LogFiles.of(name, folder);
    }
}
