package org.quitclaim.command.photo;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Removing a photo for good, by somebody who read what goes with it. */
@RestController
@RequestMapping("/api/photos/{id}")
class RemovalController {
    private final Commands commands;
    private final Streams streams;
    private final StandingStill standingStill;
    private final Previews previews;
    private final SealedWords words;

    RemovalController(Commands commands, Streams streams, Vault vault, SealedWords words) {
        this.words = words;
        this.commands = commands;
        this.streams = streams;
        this.standingStill = new StandingStill(streams);
        this.previews = new Previews(vault);
    }

    /**
     * What goes, for good.
     *
     * @param versions files: the original and what was made of it
     * @param marked people who are marked on it
     * @param mayBeLive uses that were cleared and have to be taken down
     * @param standsStill whether it takes a reason, because somebody on it asked that nothing be destroyed
     * @param confirm to be sent along with the order
     */
    record Removal(int versions, int marked, int mayBeLive, boolean standsStill, String confirm) {}

    /** What it would do; changes nothing. */
    @GetMapping("/removal")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Removal preview(@PathVariable String id, Actor actor) {
        if (!(streams.photo(new PhotoId(id)) instanceof Registered photo)) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        if (photo.removed()) {
            throw new RejectedException(PhotoRejection.REMOVED);
        }
        boolean still = standingStill.on(photo);
        if (still) {
            standingStill.requireOfficer(actor);
        }
        return new Removal(
                photo.renditions().size(),
                photo.faces().size(),
                photo.releases().size(),
                still,
                word(photo));
    }

    private String word(Registered photo) {
        return previews.word(
                "photo-removal",
                photo.id().value()
                        + '\n'
                        + photo.renditions().size()
                        + '\n'
                        + photo.faces().size()
                        + '\n'
                        + standingStill.on(photo)
                        + '\n'
                        + new TreeSet<>(photo.releases().keySet().stream()
                                .map(Object::toString)
                                .toList()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void remove(
            @PathVariable String id,
            @RequestParam(name = "confirm", required = false) @Nullable String confirm,
            @RequestParam(required = false) StandingStill.@Nullable Because because,
            Actor actor) {
        PhotoId photo = new PhotoId(id);
        Origin origin = Origins.of(actor);
        // what is not there, or not any more, is refused by the command itself
        if (streams.photo(photo) instanceof Registered known && !known.removed()) {
            origin = standingStill.removing(known, because, actor, origin);
            Previews.require(() -> word(known), confirm);
        }
        commands.send(new RemovePhoto(photo), origin);
        words.forget(photo);
    }
}
