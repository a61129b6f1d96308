package org.quitclaim.command.start;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.access.subjects.SubjectSettings;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.breach.WhenAuthorityUntoldThenAlarm;
import org.quitclaim.command.consent.NotedNos;
import org.quitclaim.command.consent.WhenTermEndsThenExpire;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.erasure.OrphanRemoval;
import org.quitclaim.command.erasure.WhenEpochRetiredThenConfirm;
import org.quitclaim.command.erasure.WhenEvidenceTimeIsOverThenExpire;
import org.quitclaim.command.erasure.WhenHistoryIsOlderThenErase;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.governance.HorizonSettings;
import org.quitclaim.command.governance.WhenDpiaReviewIsDueThenAlarm;
import org.quitclaim.command.governance.WhenManyPeopleAreLookedAtThenAlarm;
import org.quitclaim.command.organisation.Describing;
import org.quitclaim.command.organisation.OrganisationSettings;
import org.quitclaim.command.portal.WhenSigningIsOverThenLapse;
import org.quitclaim.command.restore.Telling;
import org.quitclaim.command.restore.WhenLedgerKnowsMoreThenSayAgain;
import org.quitclaim.command.signing.WhenCodeIsOverThenForget;
import org.quitclaim.command.staff.StaffAtStart;
import org.quitclaim.command.staff.WhenStaffRecordIsOverThenForget;
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
import org.quitclaim.eventstore.WholeHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has to be true before the first request. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(StartConfiguration.class);

    @Bean
    ListsCheck listsCheck(WorkIndex index, EventStore store, Reconciler reconciler, Telling telling, Clock clock) {
        Runnable wake = () -> {
            reconciler.wake();
            telling.wake();
        };
        return new ListsCheck(index, store, wake, clock);
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
                store, index, afterBatch, progress.getIfAvailable(() -> StartConfiguration::logProgress));
    }

    private static void logProgress(long done, long total) {
        LOG.info("The lists of work are made from the history: {} of {} events.", done, total);
    }

    @Bean
    StartOfWork startOfWork(
            Commands commands,
            Installation installation,
            GalleryKeeper gallery,
            OrphanRemoval orphans,
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
                orphans,
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
            WhenCodeIsOverThenForget codes,
            NotedNos noted,
            OrphanRemoval orphans,
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
                                        codes,
                                        noted,
                                        orphans),
                                alarms.stream())
                        .toList(),
                clock,
                settings.tick());
    }
}
