package org.quitclaim.command.consent;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.Offer;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.KeyStatus;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records the answers to a quitclaim: evidence and key first, then the events that name them.
 *
 * <p><b>Guarantees:</b> a key generation that the events do not mint is removed; a repeated request with the same
 * idempotency key gets the same receipt. Where the machine runs out of something a yes waits, and a no does not; nor does
 * a no where nothing of the person's own history can be read.
 */
public final class Answers {
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Vault vault;
    private final Installation installation;
    private final JsonMapper json;
    private final RoomCheck room;
    private final NotedNos noted;
    private final Vocabulary subjects;
    private final Clock clock;

    public Answers(
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            Vault vault,
            Installation installation,
            JsonMapper json,
            RoomCheck room,
            NotedNos noted,
            Vocabulary subjects,
            Clock clock) {
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.vault = vault;
        this.installation = installation;
        this.json = json;
        this.room = room;
        this.noted = noted;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Those of the subjects asked about that need a second yes today; of a no nothing of hers has to be read. */
    private Set<UseContext> sensitive(PersonId person, QuitclaimId quitclaim, List<Answer> answers) {
        return answers.stream().anyMatch(Answer::granted)
                        && streams.consent(person) instanceof ConsentState.Known known
                        && known.offers().get(quitclaim) instanceof Offer offer
                ? offer.asks().stream()
                        .flatMap(ask -> ask.terms().contexts().named().stream())
                        .filter(subjects::sensitive)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** What was taken off the list since it was asked is allowed no more; a no is heard whatever can be read. */
    private void requireListed(PersonId person, QuitclaimId quitclaim, List<Answer> answers) {
        Set<Integer> yes =
                answers.stream().filter(Answer::granted).map(Answer::ask).collect(Collectors.toSet());
        if (!yes.isEmpty()
                && streams.consent(person) instanceof ConsentState.Known known
                && known.offers().get(quitclaim) instanceof Offer offer) {
            Subjects now = subjects.get();
            if (offer.asks().stream()
                    .filter(ask -> yes.contains(ask.number()))
                    .flatMap(ask -> ask.terms().contexts().named().stream())
                    .anyMatch(now.retired()::contains)) {
                throw new RejectedException(ConsentRejection.CONTEXT_RETIRED);
            }
        }
    }

    /** An active yes or no. */
    public record Choice(int ask, boolean granted) {}

    /**
     * What was answered and how.
     *
     * @param through the route it came by, never what the request says of itself
     */
    public record Given(
            Through through,
            String language,
            List<Choice> choices,
            List<RepresentativeId> representatives,
            Level level,
            Method method,
            Confirmation confirmation,
            String evidence) {}

    /** What the person gets: which grants stand, resolving to the same records as the history. */
    public record Receipt(QuitclaimId quitclaimId, List<GrantId> grants) {}

    private record Evidence(QuitclaimId quitclaim, String language, List<Choice> choices, String shown) {}

    public Receipt record(PersonId person, QuitclaimId quitclaim, Given given, @Nullable String key, Origin origin) {
        if (given.choices().stream().anyMatch(Choice::granted)) {
            room.require();
        }
        List<Answer> answers = answers(quitclaim, given, key, origin);
        try {
            send(origin, draft -> {
                requireListed(person, quitclaim, answers);
                RecordId evidence = evidence(person, quitclaim, given, draft);
                return command(person, quitclaim, given, answers, evidence, mint(person, quitclaim, answers));
            });
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, ConsentRejection.ALREADY_ANSWERED)
                    || !recorded(person, quitclaim, answers)) {
                throw e;
            }
        }
        return new Receipt(
                quitclaim,
                answers.stream().filter(Answer::granted).map(Answer::grant).toList());
    }

    /** With the ids that the same key gives to what is granted, whenever it is recorded. */
    public List<Answer> answers(QuitclaimId quitclaim, Given given, @Nullable String key, Origin origin) {
        return given.choices().stream()
                .map(choice ->
                        new Answer(choice.ask(), choice.granted(), grantId(quitclaim, choice.ask(), key, origin)))
                .toList();
    }

    /**
     * Records nothing: says beforehand why these answers could not stand, so that nobody is asked for a second step that
     * leads nowhere.
     *
     * @throws RejectedException as {@link #record} would
     */
    public void require(PersonId person, QuitclaimId quitclaim, Given given, Origin origin) {
        List<Answer> answers = answers(quitclaim, given, null, origin);
        requireListed(person, quitclaim, answers);
        ConsentState state = streams.consent(person);
        int next =
                state instanceof ConsentState.Known known ? known.recognition().generation() + 1 : 0;
        GrantConsent command = command(person, quitclaim, given, answers, IdMint.recordId(), next);
        if (ConsentDecisions.decide(state, command, clock.instant()) instanceof Decision.Rejected<?> refused) {
            throw new RejectedException(refused.rejection());
        }
    }

    private void send(Origin origin, Function<Draft, ConsentCommand> command) {
        try {
            sealedCommands.send(origin, command);
        } catch (StreamDamaged e) {
            noted.note(e, origin, command);
        }
    }

    private GrantConsent command(
            PersonId person,
            QuitclaimId quitclaim,
            Given given,
            List<Answer> answers,
            RecordId evidence,
            int keyGeneration) {
        Signature signature = Input.parse(() -> new Signature(
                given.representatives().isEmpty() ? SignedBy.PERSON : SignedBy.REPRESENTATIVE,
                given.representatives(),
                given.level(),
                given.method(),
                given.confirmation(),
                evidence));
        return new GrantConsent(
                person,
                quitclaim,
                given.language(),
                answers,
                signature,
                given.through(),
                keyGeneration,
                installation.bothParents(),
                sensitive(person, quitclaim, answers));
    }

    private RecordId evidence(PersonId person, QuitclaimId quitclaim, Given given, Draft draft) {
        return draft.text(
                person,
                KeyScope.EVIDENCE,
                RecordKinds.EVIDENCE,
                json.writeValueAsString(new Evidence(quitclaim, given.language(), given.choices(), given.evidence())));
    }

    private GrantId grantId(QuitclaimId quitclaim, int ask, @Nullable String key, Origin origin) {
        return creations.id(key, origin, "grants/" + quitclaim.value() + "/" + ask, GrantId.PREFIX, GrantId::new);
    }

    /** Whether these are the answers that were given, and no others. */
    private boolean recorded(PersonId person, QuitclaimId quitclaim, List<Answer> answers) {
        return streams.consent(person) instanceof ConsentState.Known known
                && known.offers().get(quitclaim) instanceof Offer offer
                && answers.stream()
                        .allMatch(answer -> answer.granted()
                                ? known.grants().containsKey(answer.grant())
                                : offer.refusals().stream().anyMatch(no -> no.ask() == answer.ask()));
    }

    /** The next RECOGNITION key, durable before the grant that mints it; 0 when recognition is not granted. */
    private int mint(PersonId person, QuitclaimId quitclaim, List<Answer> answers) {
        if (answers.stream().noneMatch(Answer::granted)
                || !(streams.consent(person) instanceof ConsentState.Known known)) {
            return 0;
        }
        Offer offer = known.offers().get(quitclaim);
        boolean recognition = offer != null
                && !offer.answered()
                && known.takesRecognition()
                && answers.stream()
                        .filter(Answer::granted)
                        .filter(answer ->
                                answer.ask() >= 0 && answer.ask() < offer.asks().size())
                        .anyMatch(
                                answer -> offer.asks().get(answer.ask()).terms().purpose() == Purpose.RECOGNITION);
        if (!recognition) {
            return 0;
        }
        try {
            KeyRef next = KeyRef.of(person, KeyScope.RECOGNITION, generation(known));
            vault.create(next);
            return next.generation().number();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /**
     * Above what the history and the vault know: a restored history has forgotten generations that are destroyed for
     * ever. One that a refused grant left behind is taken again.
     */
    private KeyGeneration generation(ConsentState.Known known) throws VaultException {
        KeyGeneration recorded = new KeyGeneration(known.recognition().generation() + 1);
        List<KeyStatus> minted = vault.generations(KeyOwner.of(known.id()), KeyScope.RECOGNITION);
        if (minted.isEmpty()) {
            return recorded;
        }
        KeyStatus last = minted.getLast();
        KeyGeneration free = last.state() == KeyState.DESTROYED
                ? last.key().generation().next()
                : last.key().generation();
        return free.compareTo(recorded) > 0 ? free : recorded;
    }
}
