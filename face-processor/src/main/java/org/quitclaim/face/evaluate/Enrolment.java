package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.image.BoxOverlap;
import org.quitclaim.face.image.UprightImage;

/**
 * Takes the face of each portrait.
 *
 * <p><b>Guarantees</b>: of a portrait with several faces the one is taken that is like the person's other portraits, and none
 * if none is; the largest only where there is nothing to compare with. Somebody else's face under a label takes that person's
 * name away on every photo with the two. What is taken of several, or left out, is said.
 */
record Enrolment(
        FaceReader faces,
        EnrolledPeople people,
        Meetings meetings,
        NotEnrolled failures,
        TestImages images,
        PrintStream out) {

    void of(TestPerson person) {
        PersonId id = people.add(person.label());
        List<Path> groups = new ArrayList<>();
        for (Path portrait : person.portraits()) {
            images.read(portrait)
                    .ifPresentOrElse(
                            image -> {
                                List<DetectedFace> found = faces.find(image);
                                if (found.isEmpty()) {
                                    failures.portrait("faceprint.no-face");
                                    out.printf("no face to enrol: %s%n", images.name(portrait));
                                } else if (found.size() > 1) {
                                    groups.add(portrait);
                                } else {
                                    enrol(id, person.label(), portrait, image, found.getFirst());
                                }
                            },
                            () -> failures.portrait("not-read"));
        }
        for (Path group : groups) {
            images.read(group).ifPresent(image -> enrolOneOf(id, person.label(), group, image, faces.find(image)));
        }
        failures.person(people.isEnrolled(id));
        if (!people.isEnrolled(id)) {
            out.printf("not enrolled, for want of a portrait that can be used: people/%s%n", person.label());
        }
    }

    private void enrol(PersonId person, String label, Path portrait, UprightImage image, DetectedFace face) {
        switch (faces.enrolment(image, face)) {
            case Embedding.Computed computed -> {
                try (computed) {
                    enrol(
                            person,
                            label,
                            new SeenFace(face, computed.probes().getFirst().vector()));
                }
            }
            case Embedding.Unfit(var fault) -> {
                failures.portrait(fault.code());
                out.printf("unfit (%s): %s%n", fault.code(), images.name(portrait));
            }
            case Embedding.Refused(var reason) ->
                throw new IllegalStateException("An evaluation permit was not accepted: " + reason.code());
        }
    }

    private void enrol(PersonId person, String label, SeenFace face) {
        people.enrol(person, face);
        meetings.enrolled(label, face);
    }

    private void enrolOneOf(
            PersonId person, String label, Path portrait, UprightImage image, List<DetectedFace> found) {
        if (!people.isEnrolled(person)) {
            out.printf("%d faces, of which the largest is enrolled: %s%n", found.size(), images.name(portrait));
            Comparator<DetectedFace> size = Comparator.comparingDouble(face -> BoxOverlap.area(face.box()));
            enrol(person, label, portrait, image, found.stream().max(size).orElseThrow());
            return;
        }
        List<SeenFace> seen = faces.read(image, found);
        try {
            Optional<SeenFace> same = people.mostAlike(person, seen);
            out.printf(
                    same.isPresent()
                            ? "%d faces, of which the one like the other portraits is enrolled: %s%n"
                            : "%d faces, none of them like the other portraits, so none is enrolled: %s%n",
                    found.size(),
                    images.name(portrait));
            same.ifPresentOrElse(
                    face -> enrol(person, label, portrait, image, face.found()),
                    () -> failures.portrait("faceprint.several-faces"));
        } finally {
            seen.forEach(SeenFace::close);
        }
    }
}
