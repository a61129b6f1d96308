package org.quitclaim.domain.photo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.id.FaceId;

/**
 * What humans still have to look at, or have looked at, besides the review of the photo.
 *
 * @param explained faces of one person of whom a human said why they are on the photo more than once
 * @param unseen faces that a policy linked to somebody, or a copy, and that no human saw since; by which of the two
 * @param byPolicy those that a policy linked and no human saw since, whether they wait for a human or count at once,
 *     and by which suggestion
 * @param undone marks that led to somebody who said no, and where they were: nobody is shown there until a second person
 *     agreed
 */
public record SeenByHumans(
        List<FaceId> explained,
        Map<FaceId, ConfirmedBy> unseen,
        Map<FaceId, Suggestion> byPolicy,
        Map<FaceId, Box> undone) {
    public static final SeenByHumans NONE = new SeenByHumans(List.of(), Map.of(), Map.of(), Map.of());

    public SeenByHumans {
        explained = List.copyOf(explained);
        unseen = FrozenMap.of(unseen);
        byPolicy = FrozenMap.of(byPolicy);
        undone = FrozenMap.of(undone);
    }

    SeenByHumans explaining(List<FaceId> faces) {
        return new SeenByHumans(with(explained, faces), unseen, byPolicy, undone);
    }

    /** What was said to be her in a mirror is another place now. */
    SeenByHumans moved(@Nullable MarkedFace face, Box next) {
        return face == null || next.isAtPlaceOf(face.mark().box())
                ? this
                : new SeenByHumans(
                        explained.stream()
                                .filter(id -> !id.equals(face.mark().face()))
                                .toList(),
                        unseen,
                        byPolicy,
                        undone);
    }

    SeenByHumans unseen(FaceId face, ConfirmedBy by) {
        return new SeenByHumans(explained, FrozenMap.of(unseen).with(face, by), byPolicy, undone);
    }

    /** Why nothing that shows this face is released; empty if somebody saw it. */
    public Optional<PhotoRejection> unseen(FaceId face) {
        return Optional.ofNullable(unseen.get(face))
                .map(by -> by == ConfirmedBy.COPY ? PhotoRejection.COPIED_UNSEEN : PhotoRejection.CONFIRMED_UNSEEN);
    }

    SeenByHumans byPolicy(FaceId face, Suggestion suggested) {
        return new SeenByHumans(explained, unseen, FrozenMap.of(byPolicy).with(face, suggested), undone);
    }

    SeenByHumans reviewed() {
        return new SeenByHumans(explained, Map.of(), Map.of(), undone);
    }

    /** However often, and wherever the mark was each time. */
    SeenByHumans undone(FaceId face, Box place) {
        Box before = undone.getOrDefault(face, place);
        return new SeenByHumans(
                explained, unseen, byPolicy, FrozenMap.of(undone).with(face, before.around(place)));
    }

    SeenByHumans accepted(FaceId face) {
        return new SeenByHumans(
                explained, unseen, byPolicy, FrozenMap.of(undone).without(face));
    }

    /** A face that is linked to nobody any more begins anew. */
    SeenByHumans of(Map<FaceId, MarkedFace> faces) {
        return new SeenByHumans(linked(explained, faces), linked(unseen, faces), linked(byPolicy, faces), undone);
    }

    private static List<FaceId> with(List<FaceId> some, List<FaceId> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static List<FaceId> linked(List<FaceId> ids, Map<FaceId, MarkedFace> faces) {
        return ids.stream().filter(id -> isLinked(id, faces)).toList();
    }

    private static <T> Map<FaceId, T> linked(Map<FaceId, T> some, Map<FaceId, MarkedFace> faces) {
        FrozenMap<FaceId, T> left = FrozenMap.of(some);
        for (FaceId face : some.keySet()) {
            left = isLinked(face, faces) ? left : left.without(face);
        }
        return left;
    }

    private static boolean isLinked(FaceId id, Map<FaceId, MarkedFace> faces) {
        return faces.get(id) instanceof MarkedFace face && face.standing() instanceof FaceStanding.Sighted;
    }
}
