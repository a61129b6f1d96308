package org.quitclaim.command.publication;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Digests;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Renditions;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationCommand.ConfirmPublished;
import org.quitclaim.domain.publication.PublicationCommand.RequestPublication;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationRejection;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.PublicationState.Unrequested;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking whether a rendition may be used, fetching it with the clearance, and saying that it is online. */
@RestController
class PublicationsController {
    private final Commands commands;
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final PublicationGate gate;
    private final LiveUses liveUses;
    private final Clearances clearances;
    private final Renditions renditions;
    private final Installation installation;
    private final Sealing sealing;
    private final HistoryTrust trust;
    private final Vocabulary vocabulary;

    PublicationsController(
            Commands commands,
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            PublicationGate gate,
            LiveUses liveUses,
            Clearances clearances,
            Renditions renditions,
            Installation installation,
            Sealing sealing,
            HistoryTrust trust,
            Vocabulary vocabulary) {
        this.commands = commands;
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.gate = gate;
        this.liveUses = liveUses;
        this.clearances = clearances;
        this.renditions = renditions;
        this.installation = installation;
        this.sealing = sealing;
        this.trust = trust;
        this.vocabulary = vocabulary;
    }

    record NewPublication(
            @Nullable String photoId,
            @Nullable String renditionId,
            @Nullable Channel channel,
            @Nullable String territory,
            @Nullable String context,
            @Nullable String destination,
            @Nullable Basis basis) {
        Use use(Vocabulary vocabulary) {
            String subject = context;
            UseContext about = subject == null ? UseContext.GENERAL : vocabulary.listed(subject);
            return Input.parse(() -> new Use(
                    new PhotoId(Input.text(photoId, "photoId")),
                    new RenditionId(Input.text(renditionId, "renditionId")),
                    Input.need(channel, "channel"),
                    new Territory(Input.text(territory, "territory")),
                    about));
        }
    }

    record Answer(
            PublicationId publicationId,
            String verdict,
            List<Reason> reasons,
            @Nullable String clearance) {}

    @PostMapping("/api/publications")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor(value = Role.EDITOR, scopes = Scope.PUBLISH)
    Answer request(
            @RequestBody NewPublication body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        Origin origin = Origins.of(actor);
        PublicationId id = creations.id(key, origin, "publications", PublicationId.PREFIX, PublicationId::new);
        Use use = body.use(vocabulary);
        requirePhoto(use);
        String destination = Input.text(body.destination(), "destination");
        Basis basis = body.basis() == null ? Basis.CONSENT : body.basis();
        Verdict verdict = gate.decide(id, use, () -> record(id, use, destination, basis, origin), origin);
        return answer(id, use, verdict, origin);
    }

    /** An unknown photo is a mistake of the sender, not a publication that was blocked. */
    private void requirePhoto(Use use) {
        if (!(streams.photo(use.photo()) instanceof PhotoState.Registered photo)) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        if (!photo.renditions().containsKey(use.rendition())) {
            throw new RejectedException(PhotoRejection.UNKNOWN_RENDITION);
        }
    }

    private void record(PublicationId id, Use use, String destination, Basis basis, Origin origin) {
        sealedCommands.send(origin, draft -> {
            RecordId sealed = draft.text(installation.id(), KeyScope.EDITORIAL, RecordKinds.DESTINATION, destination);
            return new RequestPublication(id, use, sealed, basis, List.of());
        });
    }

    private Answer answer(PublicationId id, Use use, Verdict verdict, Origin origin) {
        return switch (verdict) {
            case Verdict.Cleared cleared -> new Answer(id, "CLEARED", List.of(), clearance(id, use, origin));
            case Verdict.Blocked blocked ->
                new Answer(
                        id,
                        "BLOCKED",
                        blocked.reasons().stream()
                                .map(PublicationsController::told)
                                .toList(),
                        null);
        };
    }

    /** An editor asks for one subject; for which others somebody consented is not the answer. */
    private static Reason told(Reason reason) {
        return new Reason(Denial.withoutTerms(reason.code()), reason.person(), reason.on());
    }

    private String clearance(PublicationId id, Use use, Origin origin) {
        return clearances.sign(id, use, renditions.sha256(use.photo(), use.rendition(), origin));
    }

    @GetMapping(path = "/api/publications/{id}/file", produces = MediaType.IMAGE_JPEG_VALUE)
    @NeedsRoom
    @AllowedFor(value = Role.EDITOR, scopes = Scope.RELEASE_FILE)
    byte[] file(
            @PathVariable String id,
            @RequestHeader(name = "Quitclaim-Clearance", required = false) @Nullable String clearance,
            Actor actor) {
        PublicationId publication = new PublicationId(id);
        requireLive(publication);
        Use use = liveUses.use(publication).orElseThrow(PublicationsController::noClearance);
        String sha256 = Optional.ofNullable(clearance)
                .flatMap(token -> clearances.verify(token, publication, use))
                .orElseThrow(PublicationsController::noClearance);
        byte[] bytes = renditions.bytes(use.photo(), use.rendition(), Origins.of(actor));
        if (!Digests.sha256(bytes).equals(sha256)) {
            throw noClearance();
        }
        // making it takes seconds, and a no that came meanwhile was acknowledged
        requireLive(publication);
        if (!liveUses.use(publication).equals(Optional.of(use))) {
            throw noClearance();
        }
        return bytes;
    }

    private void requireLive(PublicationId publication) {
        PublicationState state = streams.publication(publication);
        if (!state.live()) {
            throw new RejectedException(
                    state instanceof Unrequested
                            ? PublicationRejection.UNKNOWN_PUBLICATION
                            : PublicationRejection.NOT_LIVE);
        }
        List<String> doubts = trust.doubts();
        if (doubts.contains(PlaceOfAnother.CODE)) {
            throw new RejectedException(new InputRejection(
                    PlaceOfAnother.CODE,
                    "Another copy of this system works instead of this one, which does not know what people took back"
                            + " there, so no file leaves. Use that one; whoever runs the systems has to stop this one.",
                    HttpStatus.CONFLICT));
        }
        if (!doubts.isEmpty()) {
            throw new RejectedException(new InputRejection(
                    "history.in-doubt",
                    "The history may lack a withdrawal, so no file leaves. The compliance officer restores it or"
                            + " accepts the loss.",
                    HttpStatus.CONFLICT));
        }
    }

    private static RejectedException noClearance() {
        return new RejectedException(new InputRejection(
                "publication.clearance-needed",
                "The file only leaves with a clearance for exactly these bytes that is not older than five minutes;"
                        + " ask for the publication again.",
                HttpStatus.CONFLICT));
    }

    record Destination(String destination) {
        @Override
        public String toString() {
            return "Destination[hidden]";
        }
    }

    /** For whoever published it and whoever has to take it down; each look stands in the access log. */
    @GetMapping("/api/publications/{id}/destination")
    @AllowedFor(
            value = {Role.EDITOR, Role.COMPLIANCE_OFFICER},
            scopes = {Scope.PUBLISH, Scope.ACKNOWLEDGE})
    Destination destination(@PathVariable String id, Actor actor) {
        PublicationId publication = new PublicationId(id);
        RecordId sealed = streams.events(publication)
                .filter(PublicationRequested.class::isInstance)
                .map(event -> ((PublicationRequested) event).destination())
                .findFirst()
                .orElseThrow(() -> new RejectedException(PublicationRejection.UNKNOWN_PUBLICATION));
        return new Destination(
                sealing.open(sealed, Origins.accessor(actor), Origins.role(actor), AccessPurpose.PUBLICATION, id)
                        .text());
    }

    @PostMapping("/api/publications/{id}/published")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(value = Role.EDITOR, scopes = Scope.PUBLISH)
    void published(@PathVariable String id, Actor actor) {
        commands.send(new ConfirmPublished(new PublicationId(id)), Origins.of(actor));
    }

    @PostMapping("/api/takedowns/{id}/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(
            value = {Role.EDITOR, Role.COMPLIANCE_OFFICER},
            scopes = Scope.ACKNOWLEDGE)
    void acknowledge(@PathVariable String id, Actor actor) {
        commands.send(new PublicationCommand.AcknowledgeTakedown(new PublicationId(id)), Origins.of(actor));
    }
}
