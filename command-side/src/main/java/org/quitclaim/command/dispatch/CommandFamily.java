package org.quitclaim.command.dispatch;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.access.AccountCommand;
import org.quitclaim.domain.access.AccountDecisions;
import org.quitclaim.domain.access.AccountEvent;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.TokenCommand;
import org.quitclaim.domain.access.TokenDecisions;
import org.quitclaim.domain.access.TokenEvent;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.breach.BreachCommand;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.breach.BreachState;
import org.quitclaim.domain.collection.CollectionCommand;
import org.quitclaim.domain.collection.CollectionDecisions;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureDecisions;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.governance.GovernanceCommand;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.link.LinkCommand;
import org.quitclaim.domain.link.LinkDecisions;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.LinksState;
import org.quitclaim.domain.notice.NoticeCommand;
import org.quitclaim.domain.notice.NoticeDecisions;
import org.quitclaim.domain.notice.NoticeEvent;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.domain.organisation.OrganisationCommand;
import org.quitclaim.domain.organisation.OrganisationDecisions;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationDecisions;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.RightsCommand;
import org.quitclaim.domain.rights.RightsDecisions;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsState;
import org.quitclaim.domain.vocabulary.VocabularyCommand;
import org.quitclaim.domain.vocabulary.VocabularyDecisions;
import org.quitclaim.domain.vocabulary.VocabularyEvent;
import org.quitclaim.domain.vocabulary.VocabularyState;

/**
 * One aggregate's words and its pure functions, so that dispatch and reading need no switch over types anywhere else.
 *
 * @param <S> its state
 */
record CommandFamily<S, C extends DomainCommand, E extends DomainEvent>(
        String name, Class<C> commands, Class<E> events, S none, Decider<S, C, E> decider, Evolver<S, E> evolver) {

    /** {@code decide}. */
    @FunctionalInterface
    public interface Decider<S, C, E extends DomainEvent> {
        Decision<E> decide(S state, C command, Instant at);
    }

    /** {@code evolve}. */
    @FunctionalInterface
    public interface Evolver<S, E> {
        S evolve(S state, E event);
    }

    public static final CommandFamily<NoticeState, NoticeCommand, NoticeEvent> NOTICE = new CommandFamily<>(
            "notice",
            NoticeCommand.class,
            NoticeEvent.class,
            NoticeState.NONE,
            NoticeDecisions::decide,
            NoticeDecisions::evolve);
    public static final CommandFamily<ConsentState, ConsentCommand, ConsentEvent> CONSENT = new CommandFamily<>(
            "consent",
            ConsentCommand.class,
            ConsentEvent.class,
            ConsentState.NONE,
            ConsentDecisions::decide,
            ConsentDecisions::evolve);
    public static final CommandFamily<CollectionState, CollectionCommand, CollectionEvent> COLLECTION =
            new CommandFamily<>(
                    "collection",
                    CollectionCommand.class,
                    CollectionEvent.class,
                    CollectionState.NONE,
                    CollectionDecisions::decide,
                    CollectionDecisions::evolve);
    public static final CommandFamily<PhotoState, PhotoCommand, PhotoEvent> PHOTO = new CommandFamily<>(
            "photo",
            PhotoCommand.class,
            PhotoEvent.class,
            PhotoState.NONE,
            PhotoDecisions::decide,
            PhotoDecisions::evolve);
    public static final CommandFamily<PublicationState, PublicationCommand, PublicationEvent> PUBLICATION =
            new CommandFamily<>(
                    "publication",
                    PublicationCommand.class,
                    PublicationEvent.class,
                    PublicationState.NONE,
                    PublicationDecisions::decide,
                    PublicationDecisions::evolve);
    public static final CommandFamily<ErasureState, ErasureCommand, ErasureEvent> ERASURE = new CommandFamily<>(
            "erasure",
            ErasureCommand.class,
            ErasureEvent.class,
            ErasureState.NONE,
            ErasureDecisions::decide,
            ErasureDecisions::evolve);
    public static final CommandFamily<RightsState, RightsCommand, RightsEvent> RIGHTS = new CommandFamily<>(
            "rights",
            RightsCommand.class,
            RightsEvent.class,
            RightsState.NONE,
            RightsDecisions::decide,
            RightsDecisions::evolve);
    public static final CommandFamily<GovernanceState, GovernanceCommand, GovernanceEvent> GOVERNANCE =
            new CommandFamily<>(
                    "governance",
                    GovernanceCommand.class,
                    GovernanceEvent.class,
                    GovernanceState.NONE,
                    GovernanceDecisions::decide,
                    GovernanceDecisions::evolve);

    public static final CommandFamily<BreachState, BreachCommand, BreachEvent> BREACH = new CommandFamily<>(
            "breach",
            BreachCommand.class,
            BreachEvent.class,
            BreachState.NONE,
            BreachDecisions::decide,
            BreachDecisions::evolve);

    public static final CommandFamily<AccountState, AccountCommand, AccountEvent> ACCOUNT = new CommandFamily<>(
            "account",
            AccountCommand.class,
            AccountEvent.class,
            AccountState.NONE,
            AccountDecisions::decide,
            AccountDecisions::evolve);

    public static final CommandFamily<TokenState, TokenCommand, TokenEvent> TOKEN = new CommandFamily<>(
            "token",
            TokenCommand.class,
            TokenEvent.class,
            TokenState.NONE,
            TokenDecisions::decide,
            TokenDecisions::evolve);

    public static final CommandFamily<OrganisationState, OrganisationCommand, OrganisationEvent> ORGANISATION =
            new CommandFamily<>(
                    "organisation",
                    OrganisationCommand.class,
                    OrganisationEvent.class,
                    OrganisationState.NONE,
                    OrganisationDecisions::decide,
                    OrganisationDecisions::evolve);

    public static final CommandFamily<VocabularyState, VocabularyCommand, VocabularyEvent> VOCABULARY =
            new CommandFamily<>(
                    "vocabulary",
                    VocabularyCommand.class,
                    VocabularyEvent.class,
                    VocabularyState.NONE,
                    VocabularyDecisions::decide,
                    VocabularyDecisions::evolve);

    public static final CommandFamily<LinksState, LinkCommand, LinkEvent> LINKS = new CommandFamily<>(
            "links", LinkCommand.class, LinkEvent.class, LinksState.NONE, LinkDecisions::decide, LinkDecisions::evolve);

    static final List<CommandFamily<?, ?, ?>> ALL = List.of(
            NOTICE,
            CONSENT,
            COLLECTION,
            PHOTO,
            PUBLICATION,
            ERASURE,
            RIGHTS,
            GOVERNANCE,
            BREACH,
            ORGANISATION,
            VOCABULARY,
            ACCOUNT,
            TOKEN,
            LINKS);

    static CommandFamily<?, ?, ?> of(DomainCommand command) {
        return ALL.stream()
                .filter(family -> family.commands().isInstance(command))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no aggregate decides " + command.getClass().getSimpleName()));
    }

    /** Whether each of its streams is a case: an erasure, a data subject's request, a breach. */
    boolean isOfCases() {
        return this == ERASURE || this == RIGHTS || this == BREACH;
    }

    /** What would be decided of the command in a given state. */
    Decision<E> decide(Object state, DomainCommand command, Instant at) {
        @SuppressWarnings("unchecked")
        S typed = (S) state;
        return decider.decide(typed, commands.cast(command), at);
    }

    S fold(S state, DomainEvent event) {
        return evolver.evolve(state, events.cast(event));
    }
}
