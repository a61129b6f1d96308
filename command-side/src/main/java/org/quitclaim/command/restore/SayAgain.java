package org.quitclaim.command.restore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Recorded;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.access.AccountChange;
import org.quitclaim.domain.access.AccountCommand.EndAccount;
import org.quitclaim.domain.access.AccountCommand.EndPassword;
import org.quitclaim.domain.access.AccountCommand.NarrowRoles;
import org.quitclaim.domain.access.AccountEvent.AccountEnded;
import org.quitclaim.domain.access.AccountEvent.AccountGranted;
import org.quitclaim.domain.access.AccountEvent.AccountLapsed;
import org.quitclaim.domain.access.AccountEvent.PasswordChanged;
import org.quitclaim.domain.access.AccountEvent.PasswordEnded;
import org.quitclaim.domain.access.TokenCommand.DoubtToken;
import org.quitclaim.domain.access.TokenCommand.RevokeToken;
import org.quitclaim.domain.access.TokenEvent.TokenDoubted;
import org.quitclaim.domain.access.TokenEvent.TokenLapsed;
import org.quitclaim.domain.access.TokenEvent.TokenRevoked;
import org.quitclaim.domain.collection.CollectionCommand.RemoveParticipant;
import org.quitclaim.domain.collection.CollectionCommand.RemovePhotographer;
import org.quitclaim.domain.collection.CollectionCommand.SetRecognitionPolicy;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantRemoved;
import org.quitclaim.domain.collection.CollectionEvent.PhotographerRemoved;
import org.quitclaim.domain.collection.CollectionEvent.RecognitionPolicySet;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.consent.ConsentCommand.RestoreNos;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceCommand.NoteNo;
import org.quitclaim.domain.governance.GovernanceCommand.RestoreTwoOfficers;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRevoked;
import org.quitclaim.domain.governance.GovernanceEvent.HistoryDoubted;
import org.quitclaim.domain.governance.GovernanceEvent.NoNoted;
import org.quitclaim.domain.governance.GovernanceEvent.TwoOfficersReached;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.link.LinkCommand.PassSigningOn;
import org.quitclaim.domain.link.LinkCommand.RevokeLink;
import org.quitclaim.domain.link.LinkEvent.LinkRevoked;
import org.quitclaim.domain.link.LinkEvent.LinkSigningEnded;
import org.quitclaim.domain.notice.NoticeCommand.RetireNotice;
import org.quitclaim.domain.notice.NoticeEvent.NoticeRetired;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoNos;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationEvent.TakedownOrdered;
import org.quitclaim.domain.rights.RightsCommand.RestoreRequest;
import org.quitclaim.domain.rights.RightsEvent.RequestReceived;
import org.quitclaim.domain.vocabulary.VocabularyCommand.MarkSensitive;
import org.quitclaim.domain.vocabulary.VocabularyCommand.RetireContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.StrikeWords;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextMarked;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextRetired;
import org.quitclaim.domain.vocabulary.VocabularyEvent.WordsStruck;

/**
 * Says nos again in a history that lacks them: of a person all at once, since what she said hangs together; of everything
 * else one by one. What the history says already, or knows nothing of, is refused there and left.
 */
final class SayAgain {
    static final Origin RESTORE = Origin.system("restore").because("restore.no-said-again");

    private final Commands commands;
    private final Streams streams;

    SayAgain(Commands commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    /** @return how many events were recorded */
    int all(List<DomainEvent> nos) {
        Map<PersonId, List<ConsentEvent>> persons = new LinkedHashMap<>();
        int recorded = 0;
        for (DomainEvent no : nos) {
            if (no instanceof ConsentEvent event) {
                persons.computeIfAbsent(event.person(), id -> new ArrayList<>()).add(event);
            } else {
                recorded += count(command(no));
            }
        }
        for (Map.Entry<PersonId, List<ConsentEvent>> each : persons.entrySet()) {
            recorded += count(Optional.of(new RestoreNos(each.getKey(), each.getValue())));
        }
        return recorded;
    }

    private int count(Optional<DomainCommand> command) {
        return command.flatMap(one -> commands.offer(one, RESTORE))
                .map(Recorded::events)
                .map(List::size)
                .orElse(0);
    }

    private Optional<DomainCommand> command(DomainEvent no) {
        return switch (no) {
            case PhotoEvent e -> PhotoNos.again(e).map(command -> command);
            case ContextMarked e -> Optional.of(new MarkSensitive(e.vocabulary(), e.context()));
            case ContextRetired e -> Optional.of(new RetireContext(e.vocabulary(), e.context()));
            case WordsStruck e -> Optional.of(new StrikeWords(e.vocabulary(), e.context()));
            case TakedownOrdered e -> Optional.of(new OrderTakedown(e.publication(), e.cause(), e.reasons()));
            case NoticeRetired e -> Optional.of(new RetireNotice(e.notice()));
            case ParticipantRemoved e -> Optional.of(new RemoveParticipant(e.collection(), e.person()));
            case RecognitionPolicySet e -> policy(e);
            case DpiaRevoked e -> Optional.of(new RevokeDpia(e.installation()));
            case HistoryDoubted e -> Optional.of(new DoubtHistory(e.installation(), e.doubt()));
            case NoNoted e -> Optional.of(new NoteNo(e.installation(), e.no()));
            case TwoOfficersReached e -> Optional.of(new RestoreTwoOfficers(e.installation(), e.at()));
            case RequestReceived e -> Optional.of(new RestoreRequest(e.request(), e));
            case AccountEnded e -> Optional.of(new EndAccount(e.account()));
            case AccountLapsed e -> Optional.of(new EndAccount(e.account()));
            case AccountGranted e ->
                Optional.of(
                        e.change() == AccountChange.PASSWORD
                                ? new EndPassword(e.account())
                                : new NarrowRoles(e.account(), e.roles()));
            case PasswordChanged e -> Optional.of(new EndPassword(e.account()));
            case PasswordEnded e -> Optional.of(new EndPassword(e.account()));
            case TokenDoubted e -> Optional.of(new DoubtToken(e.token()));
            case PhotographerRemoved e -> Optional.of(new RemovePhotographer(e.collection(), e.account()));
            case TokenRevoked e -> Optional.of(new RevokeToken(e.token()));
            case TokenLapsed e -> Optional.of(new RevokeToken(e.token()));
            case LinkRevoked e -> Optional.of(new RevokeLink(e.quitclaim(), e.link(), e.reason()));
            case LinkSigningEnded e -> Optional.of(new PassSigningOn(e.quitclaim(), e.link()));
            default ->
                throw new IllegalStateException(
                        "the ledger tells " + no.getClass().getSimpleName() + ", and nothing says it again");
        };
    }

    private Optional<DomainCommand> policy(RecognitionPolicySet said) {
        return streams.collection(said.collection()) instanceof Open open
                ? Optional.of(new SetRecognitionPolicy(
                        said.collection(), open.policy().narrowedTo(said.policy())))
                : Optional.empty();
    }
}
