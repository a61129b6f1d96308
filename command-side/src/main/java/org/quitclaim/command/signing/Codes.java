package org.quitclaim.command.signing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.certificate.CanonicalText;
import org.quitclaim.command.consent.Answers;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.mail.ContactMail;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Offer;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Code;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkCommand.AskCode;
import org.quitclaim.domain.link.LinkCommand.EnterCode;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Codes that are mailed to the contact point on record and sign what was chosen with a link.
 *
 * <p><b>Guarantees:</b> a code signs the answers that were fixed when it was asked for and no others: they are put together
 * anew from what is sent and have to have the same digest. Whether it counts is decided in the stream of its links, before
 * anything is granted; a death in between grants nothing, and another code is needed. The code itself is in no answer.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Codes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;
    private static final int STRIPES = 64;

    private final Streams streams;
    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final Sealing sealing;
    private final Vault vault;
    private final Answers answers;
    private final ContactMail mail;
    private final Vocabulary subjects;
    private final JsonMapper json;
    private final Clock clock;
    /** The same form sent twice at once is carried out once, and then answered alike. */
    private final List<Object> oneByOne =
            Stream.generate(Object::new).limit(STRIPES).toList();

    Codes(
            Streams streams,
            Commands commands,
            SealedCommands sealedCommands,
            Sealing sealing,
            Vault vault,
            Answers answers,
            ContactMail mail,
            Vocabulary subjects,
            JsonMapper json,
            Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.sealing = sealing;
        this.vault = vault;
        this.answers = answers;
        this.mail = mail;
        this.subjects = subjects;
        this.json = json;
        this.clock = clock;
    }

    /** Who answers, with which link. */
    public record Signer(Known person, QuitclaimId quitclaim, Link link) {
        private PersonId id() {
            return person.id();
        }
    }

    /** @param key from which the ids of what is granted follow */
    private record Statement(SignedAnswers record, String key, String knownBy) {}

    /** Whether a yes that needs a second one is confirmed by a code with this link, at this moment. */
    public boolean mailed(Signer signer) {
        boolean unreachable = latest(signer)
                .filter(code -> code.phase() == Code.Phase.UNREACHABLE
                        && clock.instant().isBefore(code.until()))
                .isPresent();
        return !unreachable && mail.reaches(signer.person(), reading(signer.id()));
    }

    /**
     * Refuses a yes that has to be confirmed by a code. What could not stand anyhow is refused for what is wrong with it.
     *
     * @throws RejectedException if a code is needed
     */
    public void requireNone(Signer signer, Answers.Given given, Origin origin) {
        if (given.confirmation() != Confirmation.TWO_STEPS || !special(signer, given)) {
            return;
        }
        answers.require(signer.id(), signer.quitclaim(), given, origin);
        if (mailed(signer)) {
            throw new RejectedException(CodeRefusals.NEEDED);
        }
    }

    /** @throws RejectedException if these answers could not stand, or no code is mailed for them */
    public CodeView ask(Signer signer, Answers.Given given, Origin origin) {
        answers.require(signer.id(), signer.quitclaim(), given, origin);
        if (!special(signer, given) || !mailed(signer)) {
            throw new RejectedException(CodeRefusals.CANNOT_BE_MAILED);
        }
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        List<Answer> fixed = answers.answers(signer.quitclaim(), given, key, origin);
        SignedAnswers record = SignedAnswers.of(signer.id(), offer(signer), given, fixed, clock.instant());
        String signs = record.canonical().sha256();
        OneTimeCode code = OneTimeCode.mint();
        String statement = json.writeValueAsString(new Statement(record, key, code.knownBy(vault, signs)));
        sealedCommands.send(
                origin,
                draft -> new AskCode(
                        signer.quitclaim(),
                        signer.link().id(),
                        signs,
                        fixed.stream()
                                .filter(Answer::granted)
                                .map(Answer::grant)
                                .toList(),
                        draft.text(signer.id(), KeyScope.IDENTITY, RecordKinds.CODE_LETTER, code.digits()),
                        draft.text(signer.id(), KeyScope.IDENTITY, RecordKinds.CODE_STATEMENT, statement)));
        return view(signer).orElseThrow(() -> new RejectedException(LinkRejection.CODE_UNKNOWN));
    }

    /** The newest code of a link and what it signs; empty where none was asked for, or nothing is left of it. */
    public Optional<CodeView> view(Signer signer) {
        return latest(signer)
                .flatMap(code -> statement(signer.id(), code)
                        .map(statement -> CodeView.of(code, statement.record(), clock.instant())));
    }

    /**
     * Takes the answers in if the code is right.
     *
     * @param signs the digest that the code was asked for
     * @param key of the request; with one, what was taken in is answered alike when it is sent again
     */
    public Answers.Receipt sign(
            Signer signer, Answers.Given given, String signs, String typed, @Nullable String key, Origin origin) {
        OneTimeCode code = OneTimeCode.typed(typed).orElseThrow(() -> new RejectedException(CodeRefusals.INCOMPLETE));
        synchronized (oneByOne.get(Math.floorMod(signer.quitclaim().hashCode(), STRIPES))) {
            Issued issued = issued(signer.quitclaim());
            Optional<Answers.Receipt> before = key == null ? Optional.empty() : taken(signer, issued, signs);
            return before.orElseGet(() -> sign(signer, issued, given, signs, code, origin));
        }
    }

    private Answers.Receipt sign(
            Signer signer, Issued issued, Answers.Given given, String signs, OneTimeCode typed, Origin origin) {
        issued.codeObstacle(signer.link().id(), signs, clock.instant()).ifPresent(why -> {
            throw new RejectedException(why);
        });
        Code code = issued.code(signer.link().id()).orElseThrow();
        Statement statement =
                statement(signer.id(), code).orElseThrow(() -> new RejectedException(LinkRejection.CODE_EXPIRED));
        CanonicalText record = record(signer, given, statement, origin);
        if (!record.sha256().equals(signs)) {
            throw new RejectedException(CodeRefusals.OTHER_CHOICES);
        }
        if (overtaken(signer.id(), code.asked())) {
            throw new RejectedException(CodeRefusals.OVERTAKEN);
        }
        answers.require(signer.id(), signer.quitclaim(), given, origin);
        boolean right = typed.is(statement.knownBy(), vault, signs);
        commands.send(new EnterCode(signer.quitclaim(), signer.link().id(), signs, right), origin);
        if (!right) {
            throw new RejectedException(CodeRefusals.wrong(code.left() - 1));
        }
        return answers.record(signer.id(), signer.quitclaim(), confirmed(given, record), statement.key(), origin);
    }

    private static Answers.Given confirmed(Answers.Given given, CanonicalText record) {
        return new Answers.Given(
                given.through(),
                given.language(),
                given.choices(),
                given.representatives(),
                given.level(),
                given.method(),
                Confirmation.CODE,
                "answered on the person's own page, and confirmed with a code that was mailed to the contact point on record."
                        + " What the code signed, in the form of RFC 8785, SHA-256 " + record.sha256() + ": "
                        + record.json());
    }

    private CanonicalText record(Signer signer, Answers.Given given, Statement statement, Origin origin) {
        Offer offer = offer(signer);
        boolean comparable = offer.noticeSha256ByLanguage().containsKey(given.language())
                && given.choices().stream()
                        .allMatch(choice ->
                                choice.ask() >= 0 && choice.ask() < offer.asks().size());
        if (!comparable) {
            throw new RejectedException(CodeRefusals.OTHER_CHOICES);
        }
        return SignedAnswers.of(
                        signer.id(),
                        offer,
                        given,
                        answers.answers(signer.quitclaim(), given, statement.key(), origin),
                        Instant.parse(statement.record().at()))
                .canonical();
    }

    private Optional<Answers.Receipt> taken(Signer signer, Issued issued, String signs) {
        return issued.code(signer.link().id())
                .filter(code -> code.signs().equals(signs) && code.phase() == Code.Phase.ENTERED)
                .filter(code -> signer.person().grants().keySet().containsAll(code.grants()))
                .map(code -> new Answers.Receipt(signer.quitclaim(), code.grants()));
    }

    /** A no, and another contact point: the code may lie in a mailbox that turned out not to be hers. */
    private boolean overtaken(PersonId person, Instant asked) {
        return streams.events(person)
                .filter(event -> event.at().isAfter(asked))
                .anyMatch(event -> event instanceof ConsentEvent.ConsentWithdrawn
                        || event instanceof ConsentEvent.ConsentRefused
                        || event instanceof ConsentEvent.ConsentInvalidated
                        || event instanceof ConsentEvent.IdentityCorrected);
    }

    /** Whether any yes among them has to be explicit. */
    private boolean special(Signer signer, Answers.Given given) {
        Offer offer = signer.person().offers().get(signer.quitclaim());
        return offer != null
                && given.choices().stream()
                        .filter(Answers.Choice::granted)
                        .filter(choice ->
                                choice.ask() >= 0 && choice.ask() < offer.asks().size())
                        .map(choice -> offer.asks().get(choice.ask()).terms())
                        .anyMatch(terms -> terms.needExplicit(signer.person().capacity(), subjects::sensitive));
    }

    private static Offer offer(Signer signer) {
        return Objects.requireNonNull(signer.person().offers().get(signer.quitclaim()), "what its links are of");
    }

    private Issued issued(QuitclaimId quitclaim) {
        if (streams.links(quitclaim) instanceof Issued issued) {
            return issued;
        }
        throw new RejectedException(LinkRejection.UNKNOWN);
    }

    private Optional<Code> latest(Signer signer) {
        return issued(signer.quitclaim()).code(signer.link().id());
    }

    private Optional<Statement> statement(PersonId person, Code code) {
        return sealing.openIfPossible(code.statement(), reading(person))
                .map(text -> json.readValue(text.text(), Statement.class));
    }

    private static AccessReason reading(PersonId person) {
        return new AccessReason(new Accessor.Portrayed(person), Origin.PERSON, AccessPurpose.CONSENT, "");
    }
}
