package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.quitclaim.domain.access.AccountCommand;
import org.quitclaim.domain.access.TokenCommand;
import org.quitclaim.domain.breach.BreachCommand;
import org.quitclaim.domain.catalogue.EventCatalogue;
import org.quitclaim.domain.collection.CollectionCommand;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.governance.GovernanceCommand;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.link.LinkCommand;
import org.quitclaim.domain.notice.NoticeCommand;
import org.quitclaim.domain.organisation.OrganisationCommand;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.rights.RightsCommand;
import org.quitclaim.domain.vocabulary.VocabularyCommand;

/** Every command and event goes to the stream it names first, and every id reads as its value. */
class RoutingTest {
    private static final List<Class<? extends DomainCommand>> COMMANDS = List.of(
            NoticeCommand.class,
            ConsentCommand.class,
            CollectionCommand.class,
            PhotoCommand.class,
            PublicationCommand.class,
            ErasureCommand.class,
            RightsCommand.class,
            GovernanceCommand.class,
            BreachCommand.class,
            OrganisationCommand.class,
            VocabularyCommand.class,
            AccountCommand.class,
            TokenCommand.class,
            LinkCommand.class);

    @Example
    void everyEventBelongsToTheStreamItNamesFirst() {
        EventCatalogue.all().forEach(type -> assertFirst(type, DomainEvent::stream));
    }

    @Example
    void everyCommandGoesToTheStreamItNamesFirst() {
        COMMANDS.stream()
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(type -> assertFirst(type.asSubclass(DomainCommand.class), DomainCommand::target));
    }

    private static <T> void assertFirst(Class<? extends T> type, Function<T, OpaqueId> stream) {
        T one = AnyRecord.of(type).sample();
        OpaqueId id = stream.apply(one);
        assertThat(id).as(type.getSimpleName()).isEqualTo(first(one));
        assertThat(id).hasToString(id.value());
    }

    private static Object first(Object one) {
        RecordComponent first = one.getClass().getRecordComponents()[0];
        try {
            return first.getAccessor().invoke(one);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Example
    void aMalformedIdNamesThePrefixItLacks() {
        assertThatThrownBy(() -> new PersonId("anna"))
                .isInstanceOfSatisfying(
                        MalformedId.class, e -> assertThat(e.prefix()).isEqualTo("per_"));
    }
}
