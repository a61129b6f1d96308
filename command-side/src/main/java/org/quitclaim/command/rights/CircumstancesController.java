package org.quitclaim.command.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Circumstances;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToLowering;
import org.quitclaim.domain.consent.ConsentCommand.CorrectCircumstances;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.CorrectedBecause;
import org.quitclaim.domain.consent.Lowering;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.AccountId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Capacity and age group of a person, to read and to put right. Source: GDPR Art. 16. */
@RestController
@RequestMapping("/api/persons/{id}/circumstances")
class CircumstancesController {
    private final Corrections corrections;
    private final Revocations revocations;
    private final Commands commands;
    private final Streams streams;
    private final Installation installation;
    private final Clock clock;

    CircumstancesController(
            Corrections corrections,
            Revocations revocations,
            Commands commands,
            Streams streams,
            Installation installation,
            Clock clock) {
        this.corrections = corrections;
        this.revocations = revocations;
        this.commands = commands;
        this.streams = streams;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * @param by opaque id of who asked for it
     * @param until after which nobody can agree any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            Capacity capacity,
            AgeGroup ageGroup,
            CorrectedBecause because,
            AccountId by,
            Instant until,
            @Nullable RightsRequestId requestId) {}

    /** @param waiting what would protect the person less, until somebody else agrees; absent where nothing waits */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(
            Capacity capacity, AgeGroup ageGroup, @Nullable Waiting waiting) {}

    /** @param requestId the open request in which the person asked for it */
    record Right(
            @Nullable Capacity capacity,
            @Nullable AgeGroup ageGroup,
            @Nullable CorrectedBecause because,
            @Nullable String requestId) {}

    /** What the second officer read. */
    record Agreement(@Nullable Capacity capacity, @Nullable AgeGroup ageGroup) {}

    @GetMapping
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Recorded read(@PathVariable String id) {
        Known person = corrections.known(new PersonId(id));
        return new Recorded(
                person.capacity(),
                person.ageGroup(),
                person.lowering().stream()
                        .filter(one -> clock.instant().isBefore(one.until()))
                        .findFirst()
                        .map(CircumstancesController::waiting)
                        .orElse(null));
    }

    private static Waiting waiting(Lowering one) {
        return new Waiting(
                one.right().capacity(),
                one.right().ageGroup(),
                one.because(),
                one.by().account(),
                one.until(),
                one.request().stream().findFirst().orElse(null));
    }

    /** What protects more holds when this answers; what protects less waits for a second officer. */
    @PutMapping
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Recorded correct(@PathVariable String id, @RequestBody Right body, Actor actor) {
        PersonId person = new PersonId(id);
        Circumstances right =
                new Circumstances(Input.need(body.capacity(), "capacity"), Input.need(body.ageGroup(), "ageGroup"));
        CorrectedBecause because = Input.need(body.because(), "because");
        List<RightsRequestId> asked = corrections.asked(
                Optional.ofNullable(body.requestId()).map(RightsRequestId::new).orElse(null), person);
        revocations.carryOut(
                new CorrectCircumstances(person, right, because, asked, TwoPeople.voucher(streams, actor)),
                Corrections.origin(actor, asked));
        return read(id);
    }

    @PostMapping("/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void agree(@PathVariable String id, @RequestBody Agreement body, Actor actor) {
        Known person = corrections.known(new PersonId(id));
        List<RightsRequestId> asked = person.lowering().stream()
                .flatMap(one -> one.request().stream())
                .toList();
        commands.send(
                new AgreeToLowering(
                        person.id(),
                        new Circumstances(
                                Input.need(body.capacity(), "capacity"), Input.need(body.ageGroup(), "ageGroup")),
                        TwoPeople.required(streams, installation),
                        TwoPeople.voucher(streams, actor)),
                Corrections.origin(actor, asked));
    }
}
