package org.quitclaim.face.evaluate;

import java.util.List;
import org.quitclaim.face.gallery.MatchRule;

/** Some of the test people, as those a face is compared with. */
final class Gallery {

    private final int[] members;
    private final boolean[] isMember;
    private final MatchRule rule;

    Gallery(List<Integer> members, int people, MatchRule rule) {
        this.members = members.stream().mapToInt(Integer::intValue).toArray();
        this.isMember = new boolean[people];
        members.forEach(member -> isMember[member] = true);
        this.rule = rule;
    }

    /** One for each of its people on the photo; one for a photo of strangers; none where a stranger would meet himself. */
    List<Met> meet(int photo, Encounter encounter) {
        List<Integer> mates =
                encounter.mates().stream().filter(mate -> isMember[mate]).toList();
        if (!mates.isEmpty()) {
            return mates.stream()
                    .map(mate -> new Met(photo, true, lowest(encounter, mate)))
                    .toList();
        }
        boolean isItself = encounter.self() >= 0 && isMember[encounter.self()];
        return isItself ? List.of() : List.of(new Met(photo, false, lowest(encounter, -1)));
    }

    /** @param person whoever it has to be; -1 for anybody */
    private double lowest(Encounter encounter, int person) {
        double lowest = Double.POSITIVE_INFINITY;
        for (float[] distances : encounter.distances()) {
            lowest = Math.min(lowest, score(distances, person));
        }
        return lowest;
    }

    private double score(float[] distances, int person) {
        int nearest = members[0];
        float first = Float.POSITIVE_INFINITY;
        float second = Float.POSITIVE_INFINITY;
        for (int member : members) {
            float distance = distances[member];
            if (distance < first) {
                second = first;
                first = distance;
                nearest = member;
            } else if (distance < second) {
                second = distance;
            }
        }
        boolean isNamed = first <= rule.limits().closeRatio() * second;
        return isNamed && (person < 0 || person == nearest)
                ? rule.limits().second().score(first, second)
                : Double.POSITIVE_INFINITY;
    }
}
