package org.quitclaim.command.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.AgreedBy;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.AcceptUndoing;
import org.quitclaim.domain.photo.PhotoEvent.LookedUncovered;
import org.quitclaim.domain.photo.PhotoEvent.NoUndone;
import org.quitclaim.domain.photo.PhotoEvent.SightingDetached;
import org.quitclaim.domain.photo.PhotoEvent.UndoingAccepted;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.UndoneBecause;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.eventstore.StreamDamaged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Marks that led to somebody who said no, and do so no longer; and that somebody else agrees. */
@RestController
@RequestMapping("/api/governance/undone-nos")
class UndoneNosController {
    private static final int MOST_SHOWN = 200;

    private final Commands commands;
    private final Streams streams;
    private final Installation installation;
    private final WorkIndex index;
    private final UpToDate upToDate;

    UndoneNosController(
            Commands commands, Streams streams, Installation installation, WorkIndex index, UpToDate upToDate) {
        this.commands = commands;
        this.streams = streams;
        this.installation = installation;
        this.index = index;
        this.upToDate = upToDate;
    }

    /**
     * Of whom it was, and of the no, nothing is told.
     *
     * @param by opaque id of who undid it, or a role where it was no account
     * @param version of the photo, to be sent along with the agreement; 0 where its history cannot be read
     * @param leadsAgain whether the mark leads once more to whom it led before: what they said counts there as it did
     * @param refused why this account cannot agree now; absent where it can, and for whoever only reads
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Undone(
            PhotoId photoId,
            FaceId faceId,
            UndoneBecause because,
            String by,
            Instant at,
            int version,
            boolean leadsAgain,
            @Nullable String refused) {}

    /** @param waiting the oldest first; at most 200 */
    record Waiting(List<Undone> waiting) {}

    @GetMapping
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Waiting waiting(Actor actor) {
        upToDate.await();
        return new Waiting(index.all(
                "select photo, face, because, actor, role, at from undone order by at, photo, face limit " + MOST_SHOWN,
                row -> new Undone(
                        new PhotoId(row.getString(1)),
                        new FaceId(row.getString(2)),
                        UndoneBecause.valueOf(row.getString(3)),
                        ActorId.names(row.getString(4)) ? row.getString(4) : row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6)),
                        version(new PhotoId(row.getString(1))),
                        leadsAgain(new PhotoId(row.getString(1)), new FaceId(row.getString(2))),
                        actor.is(Role.COMPLIANCE_OFFICER)
                                ? refused(new PhotoId(row.getString(1)), new FaceId(row.getString(2)), actor)
                                : null)));
    }

    private @Nullable String refused(PhotoId photo, FaceId face, Actor actor) {
        try {
            return refusal(photo, face, by(photo, face, actor), actor)
                    .map(Rejection::code)
                    .orElse(null);
        } catch (StreamDamaged e) {
            return HistoryTrust.STREAM_DAMAGED;
        }
    }

    /** Only where the whole place is under the mark again: what was moved away leaves some of it bare. */
    private boolean leadsAgain(PhotoId id, FaceId face) {
        try {
            if (!(streams.photo(id) instanceof Registered photo)) {
                return false;
            }
            MarkedFace marked = photo.faces().get(face);
            Box place = photo.seen().undone().get(face);
            return marked != null
                    && place != null
                    && marked.area().equals(place)
                    && marked.standing() instanceof FaceStanding.Sighted(PersonId now)
                    && ledTo(id, face).filter(now::equals).isPresent();
        } catch (StreamDamaged e) {
            return false;
        }
    }

    /** Whom it was taken from last. */
    private Optional<PersonId> ledTo(PhotoId id, FaceId face) {
        try (Stream<DomainEvent> events = streams.events(id)) {
            return events.flatMap(event -> event instanceof SightingDetached detached
                                    && detached.face().equals(face)
                            ? Stream.of(detached.person())
                            : Stream.empty())
                    .reduce((earlier, later) -> later);
        }
    }

    private int version(PhotoId photo) {
        try {
            return streams.photo(photo) instanceof Registered known ? known.version() : 0;
        } catch (StreamDamaged e) {
            return 0;
        }
    }

    /** @param version of the photo that was looked at */
    record Accepted(
            @Nullable String photoId,
            @Nullable String faceId,
            @Nullable Integer version) {}

    /** Somebody else than who undid it looked at it, and agrees. */
    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void accept(@RequestBody Accepted body, Actor actor) {
        PhotoId photo = new PhotoId(Input.text(body.photoId(), "photoId"));
        FaceId face = new FaceId(Input.text(body.faceId(), "faceId"));
        int version = Input.need(body.version(), "version");
        AgreedBy by = by(photo, face, actor);
        if (refusal(photo, face, by, actor)
                .filter(PhotoRejection.UNDONE_UNSEEN::equals)
                .isPresent()) {
            throw new RejectedException(PhotoRejection.UNDONE_UNSEEN);
        }
        commands.send(new AcceptUndoing(photo, face, version, by), Origins.of(actor));
    }

    private AgreedBy by(PhotoId photo, FaceId face, Actor actor) {
        Voucher officer = TwoPeople.voucher(streams, actor);
        return new AgreedBy(TwoPeople.required(streams, installation), undidIt(photo, face), officer);
    }

    /** Whoever did not see the place cannot say what is there: screens cover it until somebody states a reason. */
    private Optional<Rejection> refusal(PhotoId photo, FaceId face, AgreedBy by, Actor actor) {
        Optional<Rejection> same = by.refusal();
        return same.isPresent() || sawIt(photo, face, actor) ? same : Optional.of(PhotoRejection.UNDONE_UNSEEN);
    }

    /** Since it was last undone; what is covered in the stored original itself shows nothing to anybody. */
    private boolean sawIt(PhotoId id, FaceId face, Actor actor) {
        if (streams.photo(id) instanceof Registered photo
                && !photo.undoneOn(photo.original()).contains(face)) {
            return true;
        }
        boolean saw = false;
        for (Streams.Attributed one : streams.attributed(id).toList()) {
            if (one.event() instanceof NoUndone undone && undone.face().equals(face)) {
                saw = false;
            } else if (one.event() instanceof LookedUncovered
                    && one.actor().equals(actor.id().value())) {
                saw = true;
            }
        }
        return saw;
    }

    /** Everybody who did so since somebody last agreed. */
    private List<AgreedBy.Doer> undidIt(PhotoId photo, FaceId face) {
        List<AgreedBy.Doer> undid = new ArrayList<>();
        try (Stream<DomainEvent> events = streams.events(photo)) {
            events.forEach(event -> {
                if (event instanceof NoUndone undone && undone.face().equals(face)) {
                    undid.add(behind(undone));
                } else if (event instanceof UndoingAccepted accepted
                        && accepted.face().equals(face)) {
                    undid.clear();
                }
            });
        }
        return undid;
    }

    /** As the event says, and not as it is attributed: after a restore it is the system that says it again. */
    private AgreedBy.Doer behind(NoUndone undone) {
        return new AgreedBy.Doer(undone.by().stream()
                .flatMap(one -> TwoPeople.behind(streams, one).stream())
                .toList());
    }
}
