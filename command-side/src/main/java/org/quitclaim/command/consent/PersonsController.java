package org.quitclaim.command.consent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.collection.CollectionCommand.AddParticipant;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.ConsentCommand.DisputeRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.SettleRepresentation;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Registering persons and representatives, and the orders that stand above single grants. */
@RestController
@RequestMapping("/api/persons")
class PersonsController {
    private final Commands commands;
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Representatives representatives;
    private final Revocations revocations;
    private final Shoots shoots;
    private final JsonMapper json;

    PersonsController(
            Commands commands,
            Creations creations,
            SealedCommands sealedCommands,
            Representatives representatives,
            Revocations revocations,
            Shoots shoots,
            JsonMapper json) {
        this.commands = commands;
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.representatives = representatives;
        this.revocations = revocations;
        this.shoots = shoots;
        this.json = json;
    }

    /** @param collectionId where this person takes part from now on; a photographer has to name one of their own */
    record NewPerson(
            @Nullable String name,
            @Nullable String email,
            @Nullable Capacity capacity,
            @Nullable AgeGroup ageGroup,
            @Nullable String collectionId) {}

    record Registered(PersonId personId) {}

    record NewRepresentative(
            @Nullable String name,
            Representative.@Nullable Role role,
            @Nullable Boolean verified,
            @Nullable Boolean sole,
            @Nullable String authority) {}

    record Represented(RepresentativeId representativeId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Registered register(
            @RequestBody NewPerson body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor,
            Reach reach) {
        Optional<CollectionId> shoot = shoot(body, reach);
        Origin origin = Origins.of(actor);
        PersonId id = creations.id(key, origin, "persons", PersonId.PREFIX, PersonId::new);
        Identity identity = new Identity(Input.name(body.name(), "name"), Identity.contact(body.email()));
        try {
            sealedCommands.send(origin, draft -> {
                RecordId sealed =
                        draft.text(id, KeyScope.IDENTITY, RecordKinds.IDENTITY, json.writeValueAsString(identity));
                return new RegisterPerson(
                        id, Input.need(body.capacity(), "capacity"), Input.need(body.ageGroup(), "ageGroup"), sealed);
            });
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, ConsentRejection.ALREADY_REGISTERED)) {
                throw e;
            }
        }
        shoot.ifPresent(collection -> commands.offer(new AddParticipant(collection, id), origin));
        return new Registered(id);
    }

    private Optional<CollectionId> shoot(NewPerson body, Reach reach) {
        if (reach instanceof Reach.Everything && body.collectionId() == null) {
            return Optional.empty();
        }
        CollectionId collection = new CollectionId(Input.text(body.collectionId(), "collectionId"));
        shoots.requireKnown(reach, collection);
        return Optional.of(collection);
    }

    @PostMapping("/{id}/representatives")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Represented represent(
            @PathVariable String id,
            @RequestBody NewRepresentative body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        PersonId person = new PersonId(id);
        RepresentativeId representative = creations.id(
                key, Origins.of(actor), "representatives/" + id, RepresentativeId.PREFIX, RepresentativeId::new);
        representatives.register(
                person,
                representative,
                new Authority(Input.name(body.name(), "name"), Input.text(body.authority(), "authority")),
                new Representatives.Standing(
                        Input.need(body.role(), "role"),
                        Input.need(body.verified(), "verified"),
                        Input.need(body.sole(), "sole")),
                actor);
        return new Represented(representative);
    }

    @PostMapping("/{id}/representatives/{representative}/dispute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void dispute(@PathVariable String id, @PathVariable String representative, Actor actor) {
        revocations.carryOut(
                new DisputeRepresentation(new PersonId(id), new RepresentativeId(representative)), Origins.of(actor));
    }

    @DeleteMapping("/{id}/representatives/{representative}/dispute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void settle(@PathVariable String id, @PathVariable String representative, Actor actor) {
        commands.send(
                new SettleRepresentation(new PersonId(id), new RepresentativeId(representative)), Origins.of(actor));
    }

    @PostMapping("/{id}/restriction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void restrict(@PathVariable String id, Actor actor) {
        revocations.carryOut(new RestrictProcessing(new PersonId(id)), Origins.of(actor));
    }

    @DeleteMapping("/{id}/restriction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void lift(@PathVariable String id, Actor actor) {
        revocations.lift(new LiftRestriction(new PersonId(id)), Origins.of(actor));
    }
}
