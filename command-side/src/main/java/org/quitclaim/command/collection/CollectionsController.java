package org.quitclaim.command.collection;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.collection.CollectionCommand;
import org.quitclaim.domain.collection.CollectionCommand.AddParticipant;
import org.quitclaim.domain.collection.CollectionCommand.AddPhotographer;
import org.quitclaim.domain.collection.CollectionCommand.OpenCollection;
import org.quitclaim.domain.collection.CollectionCommand.RemoveParticipant;
import org.quitclaim.domain.collection.CollectionCommand.RemovePhotographer;
import org.quitclaim.domain.collection.CollectionCommand.SetRecognitionPolicy;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.permit.PermitIssuer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shoots, their recognition policy and who signed for them. */
@RestController
@RequestMapping("/api/collections")
class CollectionsController {
    private final Commands commands;
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Installation installation;
    private final PermitIssuer permits;
    private final Shoots shoots;
    private final Accounts accounts;
    private final Vocabulary vocabulary;

    CollectionsController(
            Commands commands,
            Creations creations,
            SealedCommands sealedCommands,
            Installation installation,
            PermitIssuer permits,
            Shoots shoots,
            Accounts accounts,
            Vocabulary vocabulary) {
        this.commands = commands;
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.installation = installation;
        this.permits = permits;
        this.shoots = shoots;
        this.accounts = accounts;
        this.vocabulary = vocabulary;
    }

    record NewCollection(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String context) {}

    record Opened(CollectionId collectionId) {}

    /** @param from a collection of their own in which those take part whom a photographer adds; else not needed */
    record Participants(
            @Nullable List<String> add,
            @Nullable List<String> remove,
            @Nullable String from) {}

    /** @param add account ids of photographers */
    record Photographers(
            @Nullable List<String> add, @Nullable List<String> remove) {}

    record Policy(
            RecognitionPolicy.@Nullable Mode mode,
            @Nullable RecognitionScope widest,
            RecognitionPolicy.@Nullable Automatic automatic) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Opened open(
            @RequestBody NewCollection body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        Origin origin = Origins.of(actor);
        CollectionId id = creations.id(key, origin, "collections", CollectionId.PREFIX, CollectionId::new);
        String zone = body.zone();
        UseContext context = body.context() == null ? UseContext.GENERAL : vocabulary.listed(body.context());
        try {
            sealedCommands.send(origin, draft -> {
                RecordId name = draft.text(
                        id, KeyScope.EDITORIAL, RecordKinds.COLLECTION_NAME, Input.name(body.name(), "name"));
                return new OpenCollection(
                        id,
                        name,
                        Input.parse(() -> zone == null ? installation.zone() : ZoneId.of(zone)),
                        context,
                        actor.id() instanceof AccountId account ? Set.of(account) : Set.of());
            });
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, CollectionRejection.ALREADY_OPEN)) {
                throw e;
            }
        }
        return new Opened(id);
    }

    @PutMapping("/{id}/recognition-policy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void policy(@PathVariable String id, @RequestBody Policy body, Actor actor) {
        CollectionId collection = new CollectionId(id);
        RecognitionPolicy policy = new RecognitionPolicy(
                Input.need(body.mode(), "mode"),
                Input.need(body.widest(), "widest"),
                Input.need(body.automatic(), "automatic"));
        commands.send(new SetRecognitionPolicy(collection, policy), Origins.of(actor));
        permits.voidFor(collection);
    }

    /** Idempotent: who is on the list already stays, who is not on it stays off. */
    @PutMapping("/{id}/participants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void participants(@PathVariable String id, @RequestBody Participants body, Actor actor, Reach reach) {
        CollectionId collection = new CollectionId(id);
        shoots.require(reach, collection);
        Input.list(body.add()).forEach(person -> requireTakesPart(reach, new PersonId(person), body));
        Origin origin = Origins.of(actor);
        for (String person : Input.list(body.add())) {
            change(
                    new AddParticipant(collection, new PersonId(person)),
                    CollectionRejection.ALREADY_PARTICIPANT,
                    origin);
        }
        for (String person : Input.list(body.remove())) {
            change(
                    new RemoveParticipant(collection, new PersonId(person)),
                    CollectionRejection.NOT_PARTICIPANT,
                    origin);
        }
        permits.voidFor(collection);
    }

    /** Nobody may come by a name by putting somebody else's person on a list of their own. */
    private void requireTakesPart(Reach reach, PersonId person, Participants body) {
        if (reach instanceof Reach.OwnCollections
                && !shoots.reaches(reach, new CollectionId(Input.text(body.from(), "from")), person)) {
            throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
        }
    }

    /** Idempotent: who photographs here already goes on, who does not stays away. */
    @PutMapping("/{id}/photographers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void photographers(@PathVariable String id, @RequestBody Photographers body, Actor actor) {
        CollectionId collection = new CollectionId(id);
        Origin origin = Origins.of(actor);
        List<AccountId> added =
                Input.list(body.add()).stream().map(AccountId::new).toList();
        added.forEach(this::requirePhotographer);
        for (AccountId account : added) {
            change(new AddPhotographer(collection, account), CollectionRejection.ALREADY_PHOTOGRAPHER, origin);
        }
        for (String account : Input.list(body.remove())) {
            change(
                    new RemovePhotographer(collection, new AccountId(account)),
                    CollectionRejection.NOT_PHOTOGRAPHER,
                    origin);
        }
    }

    private void requirePhotographer(AccountId account) {
        if (accounts.standing(account)
                .filter(known -> known.actor().is(Role.PHOTOGRAPHER))
                .isEmpty()) {
            throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
        }
    }

    private void change(CollectionCommand command, CollectionRejection already, Origin origin) {
        try {
            commands.send(command, origin);
        } catch (RejectedException e) {
            if (!e.rejection().equals(already)) {
                throw e;
            }
        }
    }
}
