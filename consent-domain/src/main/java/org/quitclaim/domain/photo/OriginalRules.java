package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoCommand.ReplaceOriginal;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What is made of a stored original: versions of it, and another one in its place. */
final class OriginalRules {
    private OriginalRules() {}

    /** Whoever is covered in the stored original is covered in everything that is made of it. */
    static Decision<PhotoEvent> make(Registered photo, MakeRendition command, Instant at) {
        if (photo.renditions().containsKey(command.rendition())) {
            return Decision.reject(PhotoRejection.RENDITION_EXISTS);
        }
        if (command.covered().isEmpty()) {
            return Decision.reject(PhotoRejection.NOTHING_COVERED);
        }
        if (!knows(photo, command.covered())) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (!photo.image().equals(command.of())) {
            return Decision.reject(PhotoRejection.PICTURE_CHANGED);
        }
        return stillThere(photo, command.covered())
                ? Decision.accept(new PhotoEvent.RenditionMade(
                        photo.id(),
                        command.rendition(),
                        withOriginal(photo, command.covered()),
                        command.image(),
                        command.digest(),
                        command.covering(),
                        at))
                : Decision.reject(PhotoRejection.FACE_MOVED);
    }

    /** A version that shows one of them must not stay, and one that shows none of them must not be forgotten. */
    static Decision<PhotoEvent> replace(Registered photo, ReplaceOriginal command, Instant at) {
        if (command.covered().isEmpty()) {
            return Decision.reject(PhotoRejection.NOTHING_COVERED);
        }
        if (!knows(photo, command.covered())) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        boolean newer = command.picture().keyGeneration() > photo.picture().keyGeneration();
        List<RenditionId> kept = command.kept().stream().map(Kept::rendition).toList();
        List<FaceId> faces = command.covered().stream().map(Covered::face).toList();
        if (!newer
                || !photo.image().equals(command.of())
                || photo.renditions().containsKey(command.original())
                || !kept.equals(photo.without(faces))) {
            return Decision.reject(PhotoRejection.PICTURE_CHANGED);
        }
        return stillThere(photo, command.covered())
                ? Decision.accept(new PhotoEvent.OriginalReplaced(
                        photo.id(),
                        command.picture(),
                        command.original(),
                        withOriginal(photo, command.covered()),
                        command.kept(),
                        command.covering(),
                        photo.version() + 1,
                        at))
                : Decision.reject(PhotoRejection.FACE_MOVED);
    }

    private static boolean knows(Registered photo, List<Covered> covered) {
        return photo.faces()
                .keySet()
                .containsAll(covered.stream().map(Covered::face).toList());
    }

    /** The picture was filled before this was asked: a face moved in between would shine through. */
    private static boolean stillThere(Registered photo, List<Covered> covered) {
        return covered.stream().allMatch(one -> {
            MarkedFace face = photo.faces().get(one.face());
            return face != null && Covered.of(face).equals(one);
        });
    }

    private static List<Covered> withOriginal(Registered photo, List<Covered> covered) {
        List<Covered> all = new ArrayList<>(covered);
        photo.original().covered().values().stream()
                .filter(before -> covered.stream().noneMatch(one -> one.face().equals(before.face())))
                .forEach(all::add);
        return all;
    }
}
