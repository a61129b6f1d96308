package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.eventstore.ClockCheck;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists, their feed, and who works them off. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {
    @Bean
    SearchedStore workIndexSearched(WorkIndex index, UpToDate upToDate) {
        return new WorkIndexSearched(index, upToDate);
    }

    @Bean
    NoList noList(WorkIndex index) {
        return new NoList(index);
    }

    @Bean(destroyMethod = "close")
    WorkIndex workIndex(DataFolderLock lock, Clock clock, @Value("${quitclaim.rebuild-work:false}") boolean rebuildWork)
            throws SQLException {
        return rebuildWork ? WorkIndex.openAnew(lock.folder(), clock) : WorkIndex.open(lock.folder(), clock);
    }

    @Bean
    UpToDate upToDate(StreamHead head, WorkIndex index) {
        return new UpToDate(head, index);
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
}
