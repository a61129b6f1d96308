package org.quitclaim.command;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.access.subjects.SubjectSettings;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.breach.WhenAuthorityUntoldThenAlarm;
import org.quitclaim.command.breach.WhenCompromiseConfirmedThenRevoke;
import org.quitclaim.command.consent.NotedNos;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.consent.WhenTermEndsThenExpire;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.WhenSomebodyIsLinkedThenFollowCopies;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases;
import org.quitclaim.command.erasure.OrphanSweep;
import org.quitclaim.command.erasure.WhenEpochRetiredThenConfirm;
import org.quitclaim.command.erasure.WhenEvidenceTimeIsOverThenExpire;
import org.quitclaim.command.erasure.WhenHistoryIsOlderThenErase;
import org.quitclaim.command.erasure.WhenMatchSuggestedThenCheck;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.faceprint.WhenRestrictedThenSuspend;
import org.quitclaim.command.governance.BulkUseSettings;
import org.quitclaim.command.governance.DailyCheck;
import org.quitclaim.command.governance.HorizonSettings;
import org.quitclaim.command.governance.RunningClock;
import org.quitclaim.command.governance.RunningHistory;
import org.quitclaim.command.governance.RunningKeys;
import org.quitclaim.command.governance.WhenDpiaReviewIsDueThenAlarm;
import org.quitclaim.command.governance.WhenManyPeopleAreLookedAtThenAlarm;
import org.quitclaim.command.organisation.Describing;
import org.quitclaim.command.organisation.OrganisationSettings;
import org.quitclaim.command.photo.PhotoIntake;
import org.quitclaim.command.photo.RequestsAtWork;
import org.quitclaim.command.photo.WhenDetectorImprovedThenLookAgain;
import org.quitclaim.command.photo.WhenMarkIsOverdueThenCount;
import org.quitclaim.command.photo.WhenPhotoRegisteredThenDetect;
import org.quitclaim.command.photo.WhenSeenQuicklyThenSearch;
import org.quitclaim.command.portal.WhenSigningIsOverThenLapse;
import org.quitclaim.command.publication.PublicationGate;
import org.quitclaim.command.publication.WhenConsentRevokedThenOrderTakedown;
import org.quitclaim.command.publication.WhenFacesChangedThenRegate;
import org.quitclaim.command.publication.WhenGateInterruptedThenBlock;
import org.quitclaim.command.publication.WhenPublicationOverThenRelease;
import org.quitclaim.command.publication.WhenTakedownOverdueThenEscalate;
import org.quitclaim.command.restore.Telling;
import org.quitclaim.command.restore.WhenLedgerKnowsMoreThenSayAgain;
import org.quitclaim.command.staff.StaffAtStart;
import org.quitclaim.command.staff.WhenStaffRecordIsOverThenForget;
import org.quitclaim.command.start.StartOfWork;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vocabulary.KeepingContexts;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.HistoryCheck;
import org.quitclaim.command.work.ListsCheck;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WhenDueThenAlarm;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.command.work.WorkIndexFeed;
import org.quitclaim.command.work.WorkProgress;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.eventstore.ClockCheck;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.HistoryFaults;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.eventstore.WholeHistory;
import org.quitclaim.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists, their feed, and who works them off. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BulkUseSettings.class, HorizonSettings.class, OrganisationSettings.class})
class WorkConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WorkConfiguration.class);

    @Bean(destroyMethod = "close")
    WorkIndex workIndex(DataFolderLock lock, Clock clock, @Value("${quitclaim.rebuild-work:false}") boolean rebuildWork)
            throws SQLException {
        return rebuildWork ? WorkIndex.openAnew(lock.folder(), clock) : WorkIndex.open(lock.folder(), clock);
    }

    @Bean
    ListsCheck listsCheck(WorkIndex index, EventStore store, Reconciler reconciler, Telling telling, Clock clock) {
        Runnable wake = () -> {
            reconciler.wake();
            telling.wake();
        };
        return new ListsCheck(index, store, wake, clock);
    }

    @Bean
    RunningHistory runningHistory(
            ObjectProvider<WholeHistory> file,
            HistoryFaults faults,
            Streams streams,
            Commands commands,
            Installation installation) {
        return new RunningHistory(file.getIfAvailable(), faults, streams, commands, installation);
    }

    @Bean
    RunningKeys runningKeys(Vault vault) {
        return new RunningKeys(vault);
    }

    @Bean
    RunningClock runningClock(Clock clock, Commands commands, Installation installation) {
        return new RunningClock(clock, commands, installation);
    }

    @Bean
    DailyCheck dailyCheck(
            ListsCheck lists,
            RunningHistory history,
            RunningKeys keys,
            RunningClock setBack,
            Clock clock,
            CommandSideSettings settings) {
        return new DailyCheck(lists, history, keys, setBack, clock, settings.checkEvery());
    }

    @Bean
    UpToDate upToDate(StreamHead head, WorkIndex index) {
        return new UpToDate(head, index);
    }

    @Bean
    WorkIndexFeed workIndexFeed(
            EventStore store,
            WorkIndex index,
            ObjectProvider<Reconciler> reconciler,
            ObjectProvider<Telling> telling,
            ObjectProvider<WorkProgress> progress) {
        Runnable afterBatch = () -> {
            reconciler.ifAvailable(Reconciler::wake);
            telling.ifAvailable(Telling::wake);
        };
        return new WorkIndexFeed(
                store, index, afterBatch, progress.getIfAvailable(() -> WorkConfiguration::logProgress));
    }

    private static void logProgress(long done, long total) {
        LOG.info("The lists of work are made from the history: {} of {} events.", done, total);
    }

    @Bean
    Leftovers leftovers(
            Streams streams, Installation installation, HistoryFaults faults, Commands commands, Clock clock) {
        return new Leftovers(streams, installation, faults, commands, clock);
    }

    @Bean
    OrphanSweep orphanSweep(
            Vault vault, StaffRecords staff, WorkIndex index, UpToDate upToDate, Leftovers leftovers, Clock clock) {
        return new OrphanSweep(vault, staff, index, upToDate, leftovers, clock);
    }

    @Bean
    HistoryCheck historyCheck(
            Installation installation,
            Streams streams,
            StreamHead head,
            WorkIndex index,
            Vault vault,
            StaffRecords staff,
            EventStore store,
            HistoryFindings found,
            ClockCheck clock,
            @Value("${quitclaim.whole-streams-only:false}") boolean wholeStreamsOnly) {
        return new HistoryCheck(
                installation, streams, head, index, vault, staff, store, found, clock, wholeStreamsOnly);
    }

    @Bean
    Describing describing(SealedCommands commands, Streams streams, Vault vault, Installation installation) {
        return new Describing(commands, streams, vault, installation);
    }

    @Bean
    KeepingContexts keepingContexts(
            Commands commands,
            SealedCommands sealedCommands,
            Streams streams,
            Vocabulary vocabulary,
            Vault vault,
            Installation installation) {
        return new KeepingContexts(commands, sealedCommands, streams, vocabulary, vault, installation);
    }

    @Bean
    StartOfWork startOfWork(
            Commands commands,
            Installation installation,
            GalleryKeeper gallery,
            OrphanSweep sweep,
            WhenLedgerKnowsMoreThenSayAgain nos,
            NotedNos noted,
            WhenHistoryIsOlderThenErase restored,
            HorizonSettings horizon,
            HistoryCheck history,
            ObjectProvider<WholeHistory> file,
            Describing describing,
            OrganisationSettings organisation,
            KeepingContexts contexts,
            SubjectSettings subjects,
            StaffAtStart staff) {
        return new StartOfWork(
                commands,
                installation,
                gallery,
                sweep,
                nos,
                noted,
                restored,
                horizon,
                history,
                file.getIfAvailable(),
                describing,
                organisation,
                contexts,
                subjects,
                staff);
    }

    @Bean
    WhenHistoryIsOlderThenErase restoredErasures(
            Vault vault,
            ErasureCases cases,
            Commands commands,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate,
            Leftovers leftovers,
            Clock clock) {
        return new WhenHistoryIsOlderThenErase(vault, cases, commands, streams, index, upToDate, leftovers, clock);
    }

    @Bean
    WhenTermEndsThenExpire expiry(WorkIndex index, Revocations revocations, Clock clock) {
        return new WhenTermEndsThenExpire(index, revocations, clock);
    }

    @Bean
    Reconciler reconciler(
            WorkIndex index,
            UpToDate upToDate,
            List<Duty> duties,
            WhenTermEndsThenExpire expiry,
            WhenEvidenceTimeIsOverThenExpire evidenceClock,
            List<WhenDueThenAlarm> alarms,
            WhenEpochRetiredThenConfirm epochConfirmation,
            WhenAuthorityUntoldThenAlarm breachAlarm,
            WhenDpiaReviewIsDueThenAlarm dpiaAlarm,
            WhenManyPeopleAreLookedAtThenAlarm bulkUseAlarm,
            WhenStaffRecordIsOverThenForget staffRecords,
            WhenSigningIsOverThenLapse links,
            NotedNos noted,
            OrphanSweep sweep,
            Clock clock,
            CommandSideSettings settings) {
        return new Reconciler(
                index,
                upToDate,
                duties,
                Stream.concat(
                                Stream.of(
                                        expiry,
                                        evidenceClock,
                                        epochConfirmation,
                                        breachAlarm,
                                        dpiaAlarm,
                                        bulkUseAlarm,
                                        staffRecords,
                                        links,
                                        noted,
                                        sweep),
                                alarms.stream())
                        .toList(),
                clock,
                settings.tick());
    }

    @Bean
    WhenManyPeopleAreLookedAtThenAlarm bulkUseAlarm(
            WorkIndex index,
            Vault vault,
            Commands commands,
            Installation installation,
            BulkUseSettings settings,
            Clock clock) {
        return new WhenManyPeopleAreLookedAtThenAlarm(index, vault, commands, installation, settings, clock);
    }

    @Bean
    WhenDpiaReviewIsDueThenAlarm dpiaAlarm(
            Streams streams, Commands commands, Installation installation, RecognitionMethod method, Clock clock) {
        return new WhenDpiaReviewIsDueThenAlarm(streams, commands, installation, method, clock);
    }

    @Bean
    WhenAuthorityUntoldThenAlarm breachAlarm(WorkIndex index, Commands commands, Clock clock) {
        return new WhenAuthorityUntoldThenAlarm(index, commands, clock);
    }

    @Bean
    Duty compromiseDuty(Commands commands, Revocations revocations, Streams streams, WorkIndex index) {
        return new WhenCompromiseConfirmedThenRevoke(commands, revocations, streams, index);
    }

    @Bean
    Duty gateDuty(PublicationGate gate, Commands commands) {
        return new WhenGateInterruptedThenBlock(gate, commands);
    }

    @Bean
    Duty takedownDuty(Commands commands, Streams streams, CopyWatch copies, GalleryKeeper gallery, Clock clock) {
        return new WhenConsentRevokedThenOrderTakedown(commands, streams, copies, gallery, clock);
    }

    @Bean
    Duty copiesDuty(Commands commands, Streams streams, CopyWatch copies) {
        return new WhenSomebodyIsLinkedThenFollowCopies(commands, streams, copies);
    }

    @Bean
    Duty regateDuty(Commands commands, Streams streams, PublicationGate gate) {
        return new WhenFacesChangedThenRegate(commands, streams, gate);
    }

    @Bean
    Duty releaseDuty(Streams streams, PublicationGate gate) {
        return new WhenPublicationOverThenRelease(streams, gate);
    }

    @Bean
    Duty escalationDuty(Commands commands, Clock clock, CommandSideSettings settings) {
        return new WhenTakedownOverdueThenEscalate(commands, clock, settings.takedownPatience());
    }

    @Bean
    Duty suggestionDuty(Commands commands, Streams streams, WorkIndex index, Clock clock) {
        return new WhenMatchSuggestedThenCheck(commands, streams, index, clock);
    }

    @Bean
    Duty restrictionDuty(GalleryKeeper gallery, WorkIndex index) {
        return new WhenRestrictedThenSuspend(gallery, index);
    }

    @Bean
    Duty detectionDuty(PhotoIntake intake, RequestsAtWork requests, Clock clock) {
        return new WhenPhotoRegisteredThenDetect(intake, requests, clock);
    }

    @Bean
    Duty searchDuty(PhotoIntake intake, RequestsAtWork requests) {
        return new WhenSeenQuicklyThenSearch(intake, requests);
    }

    @Bean
    Duty overdueMarkDuty(Commands commands) {
        return new WhenMarkIsOverdueThenCount(commands);
    }

    @Bean
    WhenDetectorImprovedThenLookAgain lookingAgain(
            PhotoIntake intake,
            FaceSearch search,
            RequestsAtWork requests,
            WorkIndex index,
            UpToDate upToDate,
            Streams streams,
            Installation installation,
            Clock clock) {
        return new WhenDetectorImprovedThenLookAgain(
                intake, search, requests, index, upToDate, streams, installation, clock);
    }
}
