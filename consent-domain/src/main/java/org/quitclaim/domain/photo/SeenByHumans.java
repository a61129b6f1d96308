package org.quitclaim.domain.photo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.FrozenMap;

/**
 * What humans still have to look at, or have looked at, besides the review of the photo.
 *
 * @param explained faces of one person of whom a human said why they are on the photo more than once
 * @param unseen faces that a policy linked to somebody, or that are linked on another copy, and that no human saw since
 * @param byPolicy those that a policy linked and no human saw since, whether they wait for a human or count at once,
 *     and by which suggestion
 * @param undone marks that led to somebody who said no, and where they were: nobody is shown there until a second person
 *     agreed
 */
public record SeenByHumans(
        List<FaceId> explained, List<FaceId> unseen, Map<FaceId, Suggestion> byPolicy, Map<FaceId, Box> undone) {
    public static final SeenByHumans NONE = new SeenByHumans(List.of(), List.of(), Map.of(), Map.of());

    public SeenByHumans {
        explained = List.copyOf(explained);
        unseen = List.copyOf(unseen);
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

    SeenByHumans unseen(FaceId face) {
        return new SeenByHumans(explained, with(unseen, List.of(face)), byPolicy, undone);
    }

    SeenByHumans byPolicy(FaceId face, Suggestion suggested) {
        return new SeenByHumans(explained, unseen, FrozenMap.of(byPolicy).with(face, suggested), undone);
    }

    SeenByHumans reviewed() {
        return new SeenByHumans(explained, List.of(), Map.of(), undone);
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
        Map<FaceId, Suggestion> policy = new LinkedHashMap<>(byPolicy);
        policy.keySet().removeIf(id -> !isLinked(id, faces));
        return new SeenByHumans(linked(explained, faces), linked(unseen, faces), policy, undone);
    }

    private static List<FaceId> with(List<FaceId> some, List<FaceId> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static List<FaceId> linked(List<FaceId> ids, Map<FaceId, MarkedFace> faces) {
        return ids.stream().filter(id -> isLinked(id, faces)).toList();
    }

    private static boolean isLinked(FaceId id, Map<FaceId, MarkedFace> faces) {
        return faces.get(id) instanceof MarkedFace face && face.standing() instanceof FaceStanding.Sighted;
    }
}
