package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often somebody enrolled is not named, and somebody who is not is: of everybody, and of each group that
 * {@code groups.json} puts a photo into.
 *
 * <p><b>Units</b>: FNIR counts the enrolled people on photos; FPIR photos on which nobody enrolled is, and of these those
 * on which anybody was named. A name given to somebody else who is enrolled is counted apart.
 *
 * <p><b>Source</b>: ISO/IEC 19795-1; R81, R82. Groups are read, never inferred.
 */
final class ErrorRates {

    private static final String EVERYBODY = "everybody";

    private record Rates(Share missed, Share mistaken, Share named) {
        static final Rates NONE = new Rates(new Share(0, 0), new Share(0, 0), new Share(0, 0));
    }

    private final Map<String, String> groups;
    private final Map<String, Rates> rates = new TreeMap<>();

    ErrorRates(Map<String, String> groups) {
        this.groups = groups;
    }

    void count(JudgedPhoto photo, Optional<List<String>> truth) {
        truth.ifPresent(labels -> {
            count(EVERYBODY, photo, labels);
            String group = groups.get(photo.file());
            if (group != null) {
                count("group " + group, photo, labels);
            }
        });
    }

    private void count(String whom, JudgedPhoto photo, List<String> labels) {
        List<String> wrong = new ArrayList<>(photo.faces().stream()
                .flatMap(face -> face.named().stream())
                .map(JudgedFace.Named::label)
                .toList());
        Rates before = rates.getOrDefault(whom, Rates.NONE);
        if (labels.isEmpty()) {
            rates.put(
                    whom,
                    new Rates(before.missed(), before.mistaken(), before.named().with(!wrong.isEmpty())));
            return;
        }
        Share missed = before.missed();
        for (String label : labels) {
            missed = missed.with(!wrong.remove(label));
        }
        rates.put(whom, new Rates(missed, before.mistaken().with(!wrong.isEmpty()), before.named()));
    }

    void print(int enrolled, PrintStream out) {
        rates.forEach((whom, one) -> out.printf(
                "%s, %d enrolled: FNIR %s at FPIR %s; given another's name %s%n",
                whom, enrolled, one.missed(), one.named(), one.mistaken()));
    }
}
