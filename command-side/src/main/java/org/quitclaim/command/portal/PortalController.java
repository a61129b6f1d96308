package org.quitclaim.command.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.Answers;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.portal.PortalPages.Confirming;
import org.quitclaim.command.portal.PortalVisits.Visit;
import org.quitclaim.command.signing.CodeView;
import org.quitclaim.command.signing.Codes;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.link.Delivery;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.eventstore.StreamDamaged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the person's own page reads and sends; answered from the streams, never from a read model. The page that the server
 * writes goes through the same methods, so that any other front end can do what it does.
 */
@RestController
@RequestMapping("/api/q/{token}")
public class PortalController {
    private final PortalVisits visits;
    private final Answers answers;
    private final Revocations revocations;
    private final PortalPages pages;
    private final Codes codes;

    PortalController(PortalVisits visits, Answers answers, Revocations revocations, PortalPages pages, Codes codes) {
        this.visits = visits;
        this.answers = answers;
        this.revocations = revocations;
        this.pages = pages;
        this.codes = codes;
    }

    /**
     * @param signs the digest of what was fixed when the code was asked for
     * @param code that was mailed for it; both, or neither where none is needed
     */
    public record GivenAnswers(
            @Nullable String language,
            @Nullable List<GivenChoice> answers,
            @Nullable Boolean confirmed,
            @Nullable List<String> representatives,
            @Nullable String signs,
            @Nullable String code) {
        @Override
        public String toString() {
            return "GivenAnswers[hidden]";
        }
    }

    public record GivenChoice(
            @Nullable Integer ask, @Nullable Boolean granted) {}

    /** @param grants single permissions, by their ids on the page; what else is allowed on their channels stays */
    public record Withdrawal(
            @Nullable Boolean recognition,
            @Nullable List<Channel> channels,
            @Nullable List<String> grants) {}

    @GetMapping
    @Public
    public PortalPages.Page page(@PathVariable String token) {
        Visit visit = visits.reading(token);
        Known person = visits.known(visit);
        return pages.of(person, visit.quitclaim(), visits.signing(visit), confirming(signer(visit, person)));
    }

    /** Nothing else on the page waits for it: where nobody can tell, a code is needed. */
    private Confirming confirming(Codes.Signer signer) {
        try {
            return codes.mailed(signer) ? Confirming.CODE : Confirming.TWO_STEPS;
        } catch (VaultUnavailable e) {
            return Confirming.CODE;
        }
    }

    private static Codes.Signer signer(Visit visit, Known person) {
        return new Codes.Signer(person, visit.quitclaim(), visit.link());
    }

    /** The newest code that was asked for with this link, and what it signs. */
    @GetMapping("/codes")
    @Public
    public CodeView code(@PathVariable String token) {
        Visit visit = visits.reading(token);
        return codes.view(signer(visit, visits.known(visit)))
                .orElseThrow(() -> new RejectedException(LinkRejection.CODE_UNKNOWN));
    }

    /** Fixes the answers, and mails the code that signs them; the first of two requests. */
    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Public
    public CodeView askCode(@PathVariable String token, @RequestBody GivenAnswers body) {
        Visit visit = visits.reading(token);
        Known person = visits.known(visit);
        Answers.Given given = given(body, method(visit));
        visits.requireSigning(visit);
        pages.requireReadable(person, visit.quitclaim(), given.language());
        return codes.ask(signer(visit, person), given, onTheWordOf(visit.person(), given));
    }

    @PostMapping("/answers")
    @Public
    public Answers.Receipt answer(
            @PathVariable String token,
            @RequestBody GivenAnswers body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key) {
        Visit visit = saysYes(body) ? visits.reading(token) : visits.toSayNo(token);
        requireKnown(visit, body);
        Answers.Given given = given(body, method(visit));
        visits.requireSigning(visit);
        if (saysYes(body)) {
            pages.requireReadable(visits.known(visit), visit.quitclaim(), given.language());
        }
        Answers.Receipt receipt = recorded(visit, body, given, key);
        visits.used(visit);
        return receipt;
    }

    /** A no needs no code, and is not looked at for one. */
    private Answers.Receipt recorded(Visit visit, GivenAnswers body, Answers.Given given, @Nullable String key) {
        Origin origin = onTheWordOf(visit.person(), given);
        if (saysYes(body)) {
            Codes.Signer signer = signer(visit, visits.known(visit));
            String code = body.code();
            if (code != null) {
                return codes.sign(signer, given, Input.text(body.signs(), "signs"), code, key, origin);
            }
            codes.requireNone(signer, given, origin);
        }
        return answers.record(visit.person(), visit.quitclaim(), given, key, origin);
    }

    /** Where somebody signs for the person, it is their word and not the person's; the event names everyone who signed. */
    private static Origin onTheWordOf(PersonId person, Answers.Given given) {
        return given.representatives().isEmpty()
                ? Origins.of(person)
                : Origins.of(given.representatives().getFirst());
    }

    /** A no is noted where nothing of her history can be read. */
    private void requireKnown(Visit visit, GivenAnswers body) {
        try {
            visits.known(visit);
        } catch (StreamDamaged e) {
            if (saysYes(body)) {
                throw e;
            }
        }
    }

    private static boolean saysYes(GivenAnswers body) {
        List<GivenChoice> choices = body.answers();
        return choices == null || choices.stream().anyMatch(choice -> !Boolean.FALSE.equals(choice.granted()));
    }

    /** What the way of the link can show of who holds it: never more than the weakest hand it went through. */
    private static Method method(Visit visit) {
        return visit.link().delivery() == Delivery.PRINTED ? Method.LINK_PRINTED : Method.LINK_VOUCHED;
    }

    private static Answers.Given given(GivenAnswers body, Method method) {
        List<Answers.Choice> choices = Input.need(body.answers(), "answers").stream()
                .map(choice -> {
                    Boolean granted = choice.granted();
                    if (granted == null) {
                        throw new RejectedException(ConsentRejection.MISSING_CHOICE);
                    }
                    return new Answers.Choice(Input.need(choice.ask(), "ask"), granted);
                })
                .toList();
        return new Answers.Given(
                Through.OWN_PAGE,
                Input.text(body.language(), "language"),
                choices,
                Input.list(body.representatives()).stream()
                        .map(RepresentativeId::new)
                        .toList(),
                Level.SIMPLE,
                method,
                Boolean.TRUE.equals(body.confirmed()) ? Confirmation.TWO_STEPS : Confirmation.SINGLE_STEP,
                "answered on the person's own page");
    }

    /** Before anything else, and whatever becomes of the rest: neither the age of the link nor a newer one matters. */
    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public
    public void withdraw(@PathVariable String token, @RequestBody Withdrawal body) {
        Visit visit = visits.toSayNo(token);
        WithdrawConsent order = new WithdrawConsent(
                visit.person(),
                Boolean.TRUE.equals(body.recognition()),
                Set.copyOf(Input.list(body.channels())),
                Input.list(body.grants()).stream().map(GrantId::new).collect(Collectors.toUnmodifiableSet()),
                by(visit));
        try {
            revocations.carryOut(order, Origins.of(visit.person()));
        } catch (RejectedException e) {
            if (e.rejection() instanceof ConsentRejection && visits.doubted(visit)) {
                // whoever holds this link may be somebody else, and learns nothing of what there was to take back
                return;
            }
            throw e;
        }
        visits.used(visit);
    }

    private WithdrawnBy by(Visit visit) {
        try {
            return visits.known(visit).ageGroup() == AgeGroup.MINOR ? WithdrawnBy.REPRESENTATIVE : WithdrawnBy.PERSON;
        } catch (StreamDamaged e) {
            // nobody can tell her age, and nothing that she may do depends on it
            return WithdrawnBy.PERSON;
        }
    }
}
