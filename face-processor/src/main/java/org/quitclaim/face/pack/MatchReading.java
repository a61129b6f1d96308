package org.quitclaim.face.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code match} of a {@code pack.json}; without {@code second} or {@code measured} only distances count. */
final class MatchReading {

    private MatchReading() {}

    static MatchLimits limits(JsonNode match) {
        return new MatchLimits(
                number(match, "threshold"),
                number(match, "likelyBelow"),
                number(match, "strongBelow"),
                number(match, "closeRatio"),
                second(match.get("second")),
                measured(match.get("measured")));
    }

    private static SecondPerson second(@Nullable JsonNode second) {
        return second == null
                ? SecondPerson.IGNORED
                : new SecondPerson(number(second, "weight"), number(second, "atMost"));
    }

    private static MeasuredLimits measured(@Nullable JsonNode measured) {
        return measured == null
                ? MeasuredLimits.NONE
                : new MeasuredLimits(
                        galleries(measured), measured.path("automaticFrom").asInt(0));
    }

    private static List<MeasuredLimits.Gallery> galleries(JsonNode measured) {
        return measured.path("galleries")
                .valueStream()
                .map(gallery -> new MeasuredLimits.Gallery(
                        gallery.get("people").asInt(),
                        gallery.get("limits")
                                .valueStream()
                                .map(limit -> new MeasuredLimits.Limit(
                                        limit.get(0).asDouble(), limit.get(1).asDouble()))
                                .toList()))
                .toList();
    }

    private static double number(JsonNode node, String name) {
        return node.get(name).asDouble();
    }
}
