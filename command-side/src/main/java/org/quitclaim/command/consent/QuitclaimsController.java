package org.quitclaim.command.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.link.SigningLinks;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.AskedAgain;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.notice.NoticeRejection;
import org.quitclaim.domain.notice.NoticeState.Published;
import org.quitclaim.domain.notice.NoticeText;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking people, and recording answers that came on paper or through a clerk. */
@RestController
@RequestMapping("/api")
class QuitclaimsController {
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Answers answers;
    private final QuitclaimLookup quitclaims;
    private final SigningLinks links;
    private final Shoots shoots;
    private final Installation installation;
    private final Vocabulary subjects;
    private final AskingSettings asking;
    private final Clock clock;

    QuitclaimsController(
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            Answers answers,
            QuitclaimLookup quitclaims,
            SigningLinks links,
            Shoots shoots,
            Installation installation,
            Vocabulary subjects,
            AskingSettings asking,
            Clock clock) {
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.answers = answers;
        this.quitclaims = quitclaims;
        this.links = links;
        this.shoots = shoots;
        this.installation = installation;
        this.subjects = subjects;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param justification why asking is fair; only who sees capacities may leave it out, where it is not needed
     * @param collectionId where this person takes part; a photographer has to name one of their own
     */
    record NewQuitclaim(
            @Nullable String noticeId,
            @Nullable List<AskForm> asks,
            @Nullable String zone,
            @Nullable String justification,
            @Nullable AskedAgain again,
            @Nullable String collectionId) {}

    /**
     * Ids, with which nothing can be opened.
     *
     * @param linkId of the link that goes to the person's contact point, or waits to be printed
     */
    record Offered(QuitclaimId quitclaimId, LinkId linkId) {}

    @PostMapping("/persons/{id}/quitclaims")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Offered offer(
            @PathVariable String id,
            @RequestBody NewQuitclaim body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor,
            Reach reach) {
        PersonId person = new PersonId(id);
        requireTakesPart(reach, person, body);
        Origin origin = Origins.of(actor);
        QuitclaimId quitclaim = creations.id(key, origin, "quitclaims/" + id, QuitclaimId.PREFIX, QuitclaimId::new);
        NoticeId notice = new NoticeId(Input.text(body.noticeId(), "noticeId"));
        String justification = justification(body, actor);
        AskedAgain again = body.again();
        List<Ask> asks = asks(body);
        try {
            sealedCommands.send(origin, draft -> {
                List<RecordId> reason = justification != null && Input.says(justification)
                        ? List.of(draft.text(person, KeyScope.EVIDENCE, RecordKinds.JUSTIFICATION, justification))
                        : List.of();
                return new OfferQuitclaim(
                        person,
                        quitclaim,
                        notice,
                        texts(notice, asks),
                        asks,
                        reason,
                        again == null ? List.of() : List.of(again),
                        asking.rules());
            });
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, ConsentRejection.QUITCLAIM_EXISTS)) {
                throw e;
            }
        }
        return new Offered(quitclaim, links.first(quitclaim, person, IdMint.mint(LinkId.PREFIX, LinkId::new), origin));
    }

    private void requireTakesPart(Reach reach, PersonId person, NewQuitclaim body) {
        if (reach instanceof Reach.OwnCollections
                && !shoots.reaches(reach, new CollectionId(Input.text(body.collectionId(), "collectionId")), person)) {
            throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
        }
    }

    /** Needed of everybody who must not learn from a refusal in which capacity a person is portrayed. */
    private static @Nullable String justification(NewQuitclaim body, Actor actor) {
        return actor.is(Role.COMPLIANCE_OFFICER)
                ? body.justification()
                : Input.text(body.justification(), "justification");
    }

    private List<Ask> asks(NewQuitclaim body) {
        String given = body.zone();
        ZoneId zone = Input.parse(() -> given == null ? installation.zone() : ZoneId.of(given));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Ask> asks = new ArrayList<>();
        for (AskForm form : Input.list(body.asks())) {
            asks.add(new Ask(asks.size(), form.read(zone, today, subjects)));
        }
        return asks;
    }

    /** Only a notice that is offered and explains every purpose asked for can be shown. */
    private Map<String, String> texts(NoticeId id, List<Ask> asks) {
        if (!(streams.notice(id) instanceof Published published) || !published.offered()) {
            throw new RejectedException(NoticeRejection.NOT_PUBLISHED);
        }
        if (!asks.stream()
                .allMatch(ask -> published.purposes().contains(ask.terms().purpose()))) {
            throw new RejectedException(new InputRejection(
                    "notice.purpose-not-covered", "This notice does not explain every purpose that is asked for."));
        }
        return published.texts().stream().collect(Collectors.toMap(NoticeText::language, NoticeText::sha256));
    }

    @PostMapping("/quitclaims/{id}/grants")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Answers.Receipt grant(
            @PathVariable String id,
            @RequestBody AnswerForm body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        QuitclaimId quitclaim = new QuitclaimId(id);
        Answers.Given given = body.read();
        if (!actor.is(Role.COMPLIANCE_OFFICER)
                && saysYes(given)
                && given.confirmation() == Signature.Confirmation.SINGLE_STEP) {
            // a patient needs it always: whoever must not learn who is one is asked for it always
            throw new RejectedException(ConsentRejection.CONFIRMATION_NEEDED);
        }
        return answers.record(quitclaims.personOf(quitclaim), quitclaim, given, key, Origins.of(actor));
    }

    private static boolean saysYes(Answers.Given given) {
        return given.choices().stream().anyMatch(Answers.Choice::granted);
    }
}
