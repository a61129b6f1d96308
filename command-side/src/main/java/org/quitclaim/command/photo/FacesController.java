package org.quitclaim.command.photo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.ExplainOnePerson;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.TwiceBecause;
import org.quitclaim.domain.photo.UndoneBecause;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is marked on a photo, and who they are. */
@RestController
@RequestMapping("/api/photos/{id}/faces")
class FacesController {
    private final Commands commands;
    private final Creations creations;
    private final Streams streams;
    private final Shoots shoots;
    private final Undoings undoings;

    FacesController(Commands commands, Creations creations, Streams streams, Shoots shoots, Undoings undoings) {
        this.commands = commands;
        this.creations = creations;
        this.streams = streams;
        this.shoots = shoots;
        this.undoings = undoings;
    }

    record BoxForm(
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double width,
            @Nullable Double height) {
        Box read() {
            return Input.parse(() -> new Box(
                    Input.need(x, "box.x"),
                    Input.need(y, "box.y"),
                    Input.need(width, "box.width"),
                    Input.need(height, "box.height")));
        }
    }

    record Drawn(@Nullable BoxForm box, Mark.@Nullable Kind kind) {}

    record Face(FaceId faceId) {}

    record Who(@Nullable String personId) {}

    record Why(@Nullable DismissalReason reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    Face draw(
            @PathVariable String id,
            @RequestBody Drawn body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor,
            Reach reach) {
        shoots.require(reach, new PhotoId(id));
        Origin origin = Origins.of(actor);
        FaceId face = creations.id(key, origin, "faces/" + id, FaceId.PREFIX, FaceId::new);
        Mark mark = new Mark(
                face, Input.need(body.box(), "box").read(), Input.need(body.kind(), "kind"), Mark.Origin.DRAWN, 100);
        try {
            commands.send(new DrawFace(new PhotoId(id), mark), origin);
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, PhotoRejection.FACE_EXISTS)) {
                throw e;
            }
        }
        return new Face(face);
    }

    @PutMapping("/{face}/box")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    void adjust(
            @PathVariable String id,
            @PathVariable String face,
            @RequestParam(required = false) @Nullable UndoneBecause because,
            @RequestBody BoxForm box,
            Actor actor,
            Reach reach) {
        PhotoId photo = new PhotoId(id);
        FaceId marked = new FaceId(face);
        shoots.require(reach, photo);
        Box place = box.read();
        undoings.change(photo, marked, because, actor, undoing -> new AdjustFace(photo, marked, place, undoing));
    }

    @PostMapping("/{face}/sighting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    void sighted(@PathVariable String id, @PathVariable String face, @RequestBody Who body, Actor actor, Reach reach) {
        PhotoId photo = new PhotoId(id);
        shoots.require(reach, photo);
        FaceId marked = new FaceId(face);
        PersonId person = new PersonId(Input.text(body.personId(), "personId"));
        if (!shoots.reaches(reach, photo, marked, person) || !(streams.consent(person) instanceof Known known)) {
            throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
        }
        if (known.erasureRequested()) {
            throw new RejectedException(ConsentRejection.PERSON_ERASED);
        }
        commands.send(
                new ConfirmSighting(photo, marked, person, confirmedBy(photo, marked, person)), Origins.of(actor));
    }

    /** Saying yes to a suggestion and linking by hand are one act to people, two words to the history. */
    private ConfirmedBy confirmedBy(PhotoId id, FaceId face, PersonId person) {
        boolean suggested = streams.photo(id) instanceof Registered photo
                && photo.faces().containsKey(face)
                && Objects.requireNonNull(photo.faces().get(face)).suggestions().stream()
                        .anyMatch(suggestion -> suggestion.person().equals(person));
        return suggested ? ConfirmedBy.SUGGESTION : ConfirmedBy.HAND;
    }

    record OnePerson(@Nullable List<String> faces, @Nullable TwiceBecause because) {}

    /** Says why one person is on the photo with several faces; until somebody does, they keep it amber. */
    @PostMapping("/one-person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    void onePerson(@PathVariable String id, @RequestBody OnePerson body, Actor actor, Reach reach) {
        PhotoId photo = new PhotoId(id);
        shoots.require(reach, photo);
        List<FaceId> faces = Input.list(body.faces()).stream().map(FaceId::new).toList();
        commands.send(new ExplainOnePerson(photo, faces, Input.need(body.because(), "because")), Origins.of(actor));
    }

    @DeleteMapping("/{face}/sighting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void detach(
            @PathVariable String id,
            @PathVariable String face,
            @RequestParam(required = false) @Nullable UndoneBecause because,
            Actor actor,
            Reach reach) {
        shoots.require(reach, new PhotoId(id));
        PhotoId photo = new PhotoId(id);
        FaceId marked = new FaceId(face);
        MarkedFace now =
                streams.photo(photo) instanceof Registered known ? known.faces().get(marked) : null;
        if (now == null || !(now.standing() instanceof FaceStanding.Sighted sighted)) {
            throw new RejectedException(PhotoRejection.NOT_SIGHTED);
        }
        PersonId person = sighted.person();
        undoings.change(photo, marked, because, actor, undoing -> new DetachSighting(photo, marked, person, undoing));
    }

    @PostMapping("/{face}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    void dismiss(@PathVariable String id, @PathVariable String face, @RequestBody Why body, Actor actor, Reach reach) {
        shoots.require(reach, new PhotoId(id));
        commands.send(
                new DismissFace(new PhotoId(id), new FaceId(face), Input.need(body.reason(), "reason")),
                Origins.of(actor));
    }

    @PostMapping("/{face}/unregistered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    void unregistered(@PathVariable String id, @PathVariable String face, Actor actor, Reach reach) {
        shoots.require(reach, new PhotoId(id));
        commands.send(new DeclareUnregistered(new PhotoId(id), new FaceId(face)), Origins.of(actor));
    }
}
