package org.quitclaim.command.copies;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.vault.IdMint;

/**
 * Puts marks of one photo on a copy of it, at the same place.
 *
 * <p><b>Guarantees:</b> a mark that a human resolved otherwise is left as it is, and another one is put beside it. Whoever was
 * erased has no name to carry: there the copy says that nobody who is registered is seen, which blocks as well.
 */
record CopiedMarks(Commands commands, Streams streams) {
    void carry(Collection<MarkedFace> faces, PhotoId to, Origin origin) {
        List.copyOf(faces).forEach(face -> carry(face, to, origin));
    }

    /** Whether what this face says is not said on the other photo. */
    boolean isMissing(MarkedFace face, PhotoId to) {
        return streams.photo(to) instanceof Registered photo
                && !photo.removed()
                && switch (face.standing()) {
                    case FaceStanding.Sighted sighted -> !shows(photo, sighted.person());
                    case FaceStanding.Erased erased ->
                        !blocksAt(photo, face.mark().box());
                    // who is named there is somebody who is registered, and is asked
                    case FaceStanding.Unregistered unregistered ->
                        !blocksAt(photo, face.mark().box())
                                && at(photo, face.mark().box(), CopiedMarks::isNamed)
                                        .isEmpty();
                    case FaceStanding.Open open ->
                        at(photo, face.mark().box(), any -> true).isEmpty();
                    case FaceStanding.Dismissed dismissed -> false;
                };
    }

    private void carry(MarkedFace face, PhotoId to, Origin origin) {
        if (!isMissing(face, to) || !(streams.photo(to) instanceof Registered photo)) {
            return;
        }
        switch (face.standing()) {
            case FaceStanding.Sighted sighted -> {
                FaceId mark = free(photo, face.mark(), origin);
                commands.offer(new ConfirmSighting(to, mark, sighted.person(), ConfirmedBy.COPY), origin);
            }
            case FaceStanding.Erased erased -> block(photo, face.mark(), origin);
            case FaceStanding.Unregistered unregistered -> block(photo, face.mark(), origin);
            case FaceStanding.Open open -> draw(photo, face.mark(), origin);
            case FaceStanding.Dismissed dismissed -> {}
        }
    }

    private void block(Registered photo, Mark mark, Origin origin) {
        commands.offer(new DeclareUnregistered(photo.id(), free(photo, mark, origin)), origin);
    }

    /** A mark there of which nobody said who it is, or a new one. */
    private FaceId free(Registered photo, Mark mark, Origin origin) {
        return at(photo, mark.box(), standing -> standing instanceof FaceStanding.Open)
                .orElseGet(() -> draw(photo, mark, origin));
    }

    private FaceId draw(Registered photo, Mark mark, Origin origin) {
        FaceId id = IdMint.mint(FaceId.PREFIX, FaceId::new);
        commands.offer(new DrawFace(photo.id(), new Mark(id, mark.box(), mark.kind(), Mark.Origin.DRAWN, 100)), origin);
        return id;
    }

    private static Optional<FaceId> at(Registered photo, Box box, Predicate<FaceStanding> standing) {
        return photo.faces().values().stream()
                .filter(face -> standing.test(face.standing()))
                .filter(face -> face.mark().box().isAtPlaceOf(box))
                .map(face -> face.mark().face())
                .findFirst();
    }

    private static boolean isNamed(FaceStanding standing) {
        return standing instanceof FaceStanding.Sighted;
    }

    private static boolean shows(Registered photo, PersonId person) {
        return photo.faces().values().stream()
                .anyMatch(face -> face.standing().equals(new FaceStanding.Sighted(person)));
    }

    private static boolean blocksAt(Registered photo, Box box) {
        return at(
                        photo,
                        box,
                        standing -> standing instanceof FaceStanding.Erased
                                || standing instanceof FaceStanding.Unregistered)
                .isPresent();
    }
}
