package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who could not be enrolled, and why which portraits were left out.
 *
 * <p><b>Units</b>: people out of all who have a folder; portraits by the code with which the application would refuse them.
 *
 * <p><b>Source</b>: failure to enrol as in ISO/IEC 19795-1; R81, R83.
 */
final class NotEnrolled {

    private final Map<String, Integer> portraits = new TreeMap<>();
    private Share people = new Share(0, 0);

    void portrait(String code) {
        portraits.merge(code, 1, Integer::sum);
    }

    void person(boolean isEnrolled) {
        people = people.with(!isEnrolled);
    }

    Share people() {
        return people;
    }

    Map<String, Integer> portraits() {
        return Map.copyOf(portraits);
    }

    void print(PrintStream out) {
        out.printf("failure to enrol: %s%n", people);
        if (!portraits.isEmpty()) {
            out.printf(
                    "portraits left out: %s%n",
                    portraits.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }
}
