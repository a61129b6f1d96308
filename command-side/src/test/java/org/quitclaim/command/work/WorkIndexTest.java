package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.breach.Affected;
import org.quitclaim.domain.breach.BreachEvent.CompromiseReported;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.GrantsConfirmed;
import org.quitclaim.domain.consent.ConsentEvent.PersonRegistered;
import org.quitclaim.domain.consent.ConsentEvent.RepresentationDisputed;
import org.quitclaim.domain.consent.Consents;
import org.quitclaim.domain.consent.SeenHow;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.RepresentativeId;

class WorkIndexTest {
    @TempDir
    Path folder;

    private WorkIndex index;

    @BeforeEach
    void open() throws Exception {
        index = WorkIndex.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    /** No date in the history, whoever once gave it, may keep withdrawals and expiry from being worked off. */
    @Test
    @Requirement("R22")
    void datesFartherAwayThanMillisecondsCanCountAreTakenIn() throws Exception {
        index.apply(Recent.of(granted("largest", LocalDate.MAX), granted("large", LocalDate.of(300_000_000, 1, 1))), 1);
        BreachId breach = new BreachId(Sample.id(BreachId.PREFIX, "old"));
        index.apply(
                Recent.of(new CompromiseReported(
                        breach, Affected.EVERYBODY, Instant.MIN, Sample.record("account"), Sample.NOW)),
                2);

        assertThat(index.position()).isEqualTo(2);
        assertThat(index.all(
                        "select grant_id from due where ends_at > ?",
                        row -> row.getString(1),
                        Instant.parse("9999-12-31T00:00:00Z").toEpochMilli()))
                .hasSize(2);
        assertThat(index.one("select discovered_at from breach", row -> row.getLong(1)))
                .hasValueSatisfying(at -> assertThat(at).isNegative());
    }

    private static ConsentGranted granted(String grant, LocalDate until) {
        return new ConsentGranted(
                Consents.ANNA,
                Sample.quitclaim("one"),
                0,
                Sample.grant(grant),
                Consents.NOTICE,
                Sample.sha256('e'),
                "en",
                Consents.publication(Channel.WEBSITE, new Term(Sample.TODAY, until, Sample.AMSTERDAM)),
                Consents.signed(Confirmation.SIGNED),
                0,
                Sample.NOW);
    }

    /** Among whom a face is sought is looked up here, and not in each person's history. */
    @Test
    @Requirement("R4")
    void recognition_counts_in_the_lists_once_it_is_confirmed_and_gives_way_to_a_better_one() throws Exception {
        index.apply(Recent.of(recognition("weak", 1, Method.LINK_VOUCHED)), 1);
        assertThat(counting()).isEmpty();
        index.apply(
                Recent.of(new GrantsConfirmed(
                        Consents.ANNA, List.of(Sample.grant("weak")), SeenHow.IN_PERSON, Sample.NOW)),
                2);
        assertThat(counting()).containsExactly(Sample.grant("weak").value());

        index.apply(Recent.of(recognition("other", 2, Method.PAPER), recognition("better", 3, Method.LINK)), 4);
        assertThat(counting())
                .containsExactlyInAnyOrder(
                        Sample.grant("weak").value(), Sample.grant("better").value());
        assertThat(index.all("select grant_id from due where confirmed = 0", row -> row.getString(1)))
                .as("what waited and gave way")
                .isEmpty();
    }

    private List<String> counting() {
        return index.all("select grant_id from due where confirmed = 1", row -> row.getString(1));
    }

    private static ConsentGranted recognition(String grant, int generation, Method way) {
        Signature signed = Consents.signed(Confirmation.SIGNED);
        return new ConsentGranted(
                Consents.ANNA,
                Sample.quitclaim("one"),
                0,
                Sample.grant(grant),
                Consents.NOTICE,
                Sample.sha256('e'),
                "en",
                Consents.recognition(),
                new Signature(signed.by(), List.of(), signed.level(), way, signed.confirmation(), signed.evidence()),
                generation,
                Sample.NOW);
    }

    /** Of a kind that nothing can read. */
    @Stored("test.unreadable")
    private record Unreadable(Instant at) implements DomainEvent {
        @Override
        public OpaqueId stream() {
            return Consents.ANNA;
        }

        @Override
        public Instant at() {
            throw new IllegalStateException("Anna Jansen");
        }
    }

    @Test
    void anEventThatCannotBeTakenInStopsTheListsAndOnlyItsKindIsNamed() {
        assertThatThrownBy(() -> index.apply(Recent.of(granted("one", Sample.TODAY), new Unreadable(Sample.NOW)), 2))
                .isInstanceOf(EventNotApplied.class)
                .hasMessage("an event test.unreadable cannot be worked in");

        assertThat(index.position()).isZero();
        assertThat(index.all("select grant_id from due", row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void aReplacedRowARolledBackBatchAndASettledRowAreCounted() throws Exception {
        index.settle("insert or replace into evidence values ('per_one', 1)");
        index.settle("insert or replace into evidence values ('per_one', 2)");
        assertThatThrownBy(() -> index.apply(Recent.of(granted("one", Sample.TODAY), new Unreadable(Sample.NOW)), 2))
                .isInstanceOf(EventNotApplied.class);
        assertThat(index.check()).isEmpty();

        index.settle("delete from evidence");
        assertThat(index.check()).isEmpty();
    }

    /** SQLite ends a transaction by itself when its end cannot be written, and the driver does not notice. */
    @Test
    void listsThatCouldNotBeWrittenGoOnInWholeTransactionsAsSoonAsTheyCan() throws Exception {
        index.apply(Recent.of(registered()), 1);
        assumeTrue(files("0"), "there is no prlimit to keep this process from writing files with");
        try {
            assertThatThrownBy(() -> index.apply(Recent.of(granted("one", Sample.TODAY)), 2))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> index.apply(Recent.of(granted("one", Sample.TODAY)), 2))
                    .isInstanceOf(SQLException.class);
            assertThat(index.all("select grant_id from due", row -> row.getString(1)))
                    .isEmpty();
        } finally {
            files("unlimited");
        }

        assertThatThrownBy(() -> index.apply(Recent.of(granted("two", Sample.TODAY), new Unreadable(Sample.NOW)), 3))
                .isInstanceOf(EventNotApplied.class);
        assertThat(index.check()).as("nothing of it was committed by itself").isEmpty();
        index.apply(Recent.of(granted("one", Sample.TODAY)), 2);
        assertThat(index.position()).isEqualTo(2);
        assertThat(index.check()).isEmpty();
        try (WorkIndex again = WorkIndex.open(folder)) {
            assertThat(again.lastRemade()).isEmpty();
            assertThat(again.position()).isEqualTo(2);
            assertThat(again.all("select grant_id from due", row -> row.getString(1)))
                    .containsExactly(Sample.grant("one").value());
        }
    }

    /** How large files may become that this process writes; false where the system cannot be told. */
    private static boolean files(String size) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    "prlimit",
                                    "--pid",
                                    String.valueOf(ProcessHandle.current().pid()),
                                    "--fsize=" + size + ":")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void eventsThatTheListsKnowAlreadyAreNotTakenInTwice() throws Exception {
        index.apply(List.of(at(1, registered()), at(2, disputed())), 2);
        index.apply(List.of(at(2, disputed()), at(3, granted("one", Sample.TODAY))), 3);

        assertThat(index.one("select disputes from standing", row -> row.getInt(1)))
                .hasValue(1);
        assertThat(index.one("select count(*) from due", row -> row.getInt(1))).hasValue(1);
        assertThat(index.position()).isEqualTo(3);
    }

    @Test
    void lists_that_stand_for_another_event_at_their_position_are_made_anew() throws Exception {
        TrackedEventMessage<?> last = at(2, disputed());
        index.apply(List.of(at(1, registered()), last), 2);
        InstallationId here = new InstallationId(Sample.id(InstallationId.PREFIX, "here"));
        index.settle("insert into owner values (1, ?)", here.value());

        index.claim(here, position -> Optional.empty());
        index.claim(here, position -> Optional.of(last.getIdentifier()));
        assertThat(index.position()).isEqualTo(2);
        assertThat(WorkIndex.heardOf(folder, Optional.of(here.value()))).isEqualTo(2);
        assertThat(WorkIndex.heardOf(folder, Optional.empty())).isEqualTo(2);
        assertThat(WorkIndex.heardOf(folder, Optional.of(Sample.id(InstallationId.PREFIX, "another"))))
                .as("another installation's lists know nothing of this history")
                .isZero();

        index.claim(here, position -> Optional.of("another"));
        assertThat(index.position()).isZero();
        assertThat(index.lastRemade()).isPresent();
        assertThat(index.check()).isEmpty();
    }

    @Test
    void a_position_that_nobody_wrote_is_not_believed() throws Exception {
        index.apply(List.of(at(1, registered())), 1);
        index.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("work.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("update progress set position = 500");
        }
        assertThat(WorkIndex.heardOf(folder, Optional.empty())).isZero();
        open();
    }

    private static TrackedEventMessage<?> at(long position, DomainEvent event) {
        return new GenericTrackedEventMessage<>(
                GapAwareTrackingToken.newInstance(position, Set.of()), GenericEventMessage.asEventMessage(event));
    }

    private static DomainEvent registered() {
        return new PersonRegistered(Consents.ANNA, Capacity.MODEL, AgeGroup.ADULT, Sample.record("who"), Sample.NOW);
    }

    private static DomainEvent disputed() {
        return new RepresentationDisputed(
                Consents.ANNA, new RepresentativeId(Sample.id(RepresentativeId.PREFIX, "mother")), 1, Sample.NOW);
    }
}
