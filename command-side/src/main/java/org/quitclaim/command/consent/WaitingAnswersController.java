package org.quitclaim.command.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand.ConfirmGrants;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.SeenHow;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A yes that counts once a second employee has seen the person, and that somebody says so. */
@RestController
@RequestMapping("/api/waiting-answers")
class WaitingAnswersController {
    private static final int MOST_SHOWN = 200;

    private final Commands commands;
    private final Streams streams;
    private final Vouching vouching;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Clock clock;

    WaitingAnswersController(
            Commands commands, Streams streams, Vouching vouching, WorkIndex index, UpToDate upToDate, Clock clock) {
        this.commands = commands;
        this.streams = streams;
        this.vouching = vouching;
        this.index = index;
        this.upToDate = upToDate;
        this.clock = clock;
    }

    /** @param channels none for recognition; a patient's, which an editor is not shown */
    record WaitingGrant(
            GrantId grantId,
            QuitclaimId quitclaimId,
            Purpose purpose,
            Set<Channel> channels,
            Signature.Method method,
            Instant givenAt) {}

    /** @param refused why this account cannot say it of her now; absent where it can, and for whoever only reads */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingPerson(
            PersonId personId,
            List<WaitingGrant> grants,
            @Nullable String refused) {}

    /** @param waiting at most 200 people */
    record Waiting(List<WaitingPerson> waiting) {}

    @GetMapping
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Waiting waiting(@RequestParam(required = false) @Nullable String person, Actor actor) {
        List<PersonId> asked = person == null ? listed() : List.of(new PersonId(person));
        return new Waiting(asked.stream()
                .flatMap(id -> waiting(id, actor).stream())
                .limit(MOST_SHOWN)
                .toList());
    }

    private List<PersonId> listed() {
        upToDate.await();
        return index.all(
                "select distinct d.person from due d join standing s on s.person = d.person where d.confirmed = 0"
                        + " and d.ends_at > ? and (d.recognition = 1 or s.patient = 1) and s.ended = 0"
                        + " order by d.person",
                row -> new PersonId(row.getString(1)),
                clock.instant().toEpochMilli());
    }

    /** As the person's own history says it. */
    private Optional<WaitingPerson> waiting(PersonId id, Actor actor) {
        try {
            if (!(streams.consent(id) instanceof Known person)) {
                return Optional.empty();
            }
            List<Grant> grants = person.deceased() || person.erasureRequested() ? List.of() : grants(person, actor);
            return grants.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WaitingPerson(id, shown(id, grants), refused(id, grants, actor)));
        } catch (StreamDamaged e) {
            return Optional.empty();
        }
    }

    private List<Grant> grants(Known person, Actor actor) {
        return person.grants().values().stream()
                .filter(person::waits)
                .filter(grant -> mayKnowOf(actor, grant))
                .filter(grant -> grant.terms().term().ends().isAfter(clock.instant()))
                .toList();
    }

    /** That photos wait tells that somebody is a patient, which an editor is told nowhere. */
    private static boolean mayKnowOf(Actor actor, Grant grant) {
        return grant.terms().purpose() == Purpose.RECOGNITION
                || actor.is(Role.COMPLIANCE_OFFICER)
                || actor.is(Role.AUDITOR);
    }

    private List<WaitingGrant> shown(PersonId person, List<Grant> grants) {
        Map<GrantId, Instant> given = new HashMap<>();
        try (Stream<?> events = streams.events(person)) {
            events.forEach(event -> {
                if (event instanceof ConsentEvent.ConsentGranted e) {
                    given.put(e.grant(), e.at());
                }
            });
        }
        return grants.stream()
                .map(grant -> new WaitingGrant(
                        grant.id(),
                        grant.quitclaim(),
                        grant.terms().purpose(),
                        grant.terms().channels(),
                        grant.signature().method(),
                        given.getOrDefault(grant.id(), Instant.EPOCH)))
                .toList();
    }

    private @Nullable String refused(PersonId person, List<Grant> grants, Actor actor) {
        if (!actor.is(Role.EDITOR) && !actor.is(Role.COMPLIANCE_OFFICER)) {
            return null;
        }
        if (actor.id() instanceof TokenId) {
            return BreachRejection.NOT_A_PERSON.code();
        }
        try {
            return vouching.forGrants(person, grants, actor)
                    .refusal()
                    .map(Rejection::code)
                    .orElse(null);
        } catch (StreamDamaged e) {
            return HistoryTrust.STREAM_DAMAGED;
        }
    }

    /** @param grants those that wait, as this employee read them */
    record Seen(
            @Nullable String personId,
            @Nullable List<String> grants,
            @Nullable SeenHow seen) {}

    /** This employee has seen the person, who says that the answers are hers. */
    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void confirm(@RequestBody Seen body, Actor actor) {
        PersonId person = new PersonId(Input.text(body.personId(), "personId"));
        List<GrantId> grants =
                Input.list(body.grants()).stream().map(GrantId::new).distinct().toList();
        SeenHow seen = Input.need(body.seen(), "seen");
        List<Grant> meant = streams.consent(person) instanceof Known known
                ? known.grants().values().stream()
                        .filter(grant -> grants.contains(grant.id()))
                        .toList()
                : List.of();
        if (!meant.stream().allMatch(grant -> mayKnowOf(actor, grant))) {
            throw new RejectedException(ConsentRejection.NOTHING_WAITS);
        }
        commands.send(
                new ConfirmGrants(person, grants, seen, vouching.forGrants(person, meant, actor)), Origins.of(actor));
    }
}
