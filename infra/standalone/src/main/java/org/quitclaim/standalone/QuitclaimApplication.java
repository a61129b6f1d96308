package org.quitclaim.standalone;

import java.io.IOException;
import java.time.Clock;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.command.CommandSideConfiguration;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.DiskReserve;
import org.quitclaim.eventstore.HistoryKnowledge;
import org.quitclaim.eventstore.StoredEvents;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.storage.StorageStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The default way to run: command side, query side, vault and stores in one JVM over one data folder. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(StandaloneSettings.class)
@Import({CommandSideConfiguration.class, RemnantSearchConfiguration.class, LogController.class})
class QuitclaimApplication {
    /** Takes the lock as an argument, so that nothing under the folder is opened before it is ours alone. */
    @Bean(destroyMethod = "close")
    Vault vault(
            DataFolderLock lock,
            DiskReserve reserve,
            StandaloneSettings settings,
            Clock clock,
            ObjectProvider<StorageStep> step)
            throws VaultException {
        VaultFolders folders = settings.folders(lock.folder());
        if (settings.newBackupTarget()) {
            EmbeddedVault.replaceBackupTarget(folders);
        }
        EmbeddedVault.requireServing(folders);
        return EmbeddedVault.open(
                folders,
                settings.keeping(),
                clock,
                new RoomForVault(step.getIfAvailable(() -> StorageStep.UNOBSERVED), reserve));
    }

    @Bean
    HistoryKnowledge.Source besideTheEvents() {
        return new BesideTheEvents();
    }

    @Bean
    LogFollower logFollower(ObjectProvider<StoredEvents> events, Vault vault, DataFolderLock lock, Clock clock) {
        return new LogFollower(events.getIfAvailable(), vault, lock.folder(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    FirstAdminAnnouncement firstAdminAnnouncement() {
        return new FirstLogin(System.out);
    }

    @Bean(destroyMethod = "close")
    EpochSchedule epochSchedule(Vault vault, Clock clock, StandaloneSettings settings) {
        return new EpochSchedule(vault, clock, settings.rotateAtMostEvery()).started();
    }

    @Bean(destroyMethod = "close")
    ControlSocket controlSocket(DataFolderLock lock, StandaloneSettings settings, Vault vault) throws IOException {
        return ControlSocket.open(settings.folders(lock.folder()), NamedFolders.Kept.of(settings), vault.epochs());
    }
}
