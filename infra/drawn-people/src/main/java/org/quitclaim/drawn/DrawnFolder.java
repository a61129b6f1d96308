package org.quitclaim.drawn;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A folder of drawn people and photos for measuring recognition.
 *
 * <p><b>Guarantees</b>: the same numbers give the same characters and scenes. About one face in eight on the photos belongs
 * to a stranger who has no folder under {@code people}; the truth gives it no label.
 */
record DrawnFolder(Path folder, int characters, int photos, long seed) {
    private static final int ENROLMENT_PHOTOS = 2;
    private static final Backdrop[] PLACES = Backdrop.values();

    void write(PrintStream out) throws IOException {
        for (int i = 0; i < characters; i++) {
            people(known(i));
        }
        out.println("drawn: " + characters + " people");
        List<String> truths = new ArrayList<>();
        Files.createDirectories(folder.resolve("photos"));
        for (int i = 0; i < photos; i++) {
            truths.add(photo(i));
        }
        Files.writeString(folder.resolve("truth.json"), "{\"photos\":[\n" + String.join(",\n", truths) + "\n]}\n");
        out.println("drawn: " + photos + " photos");
    }

    private DrawnCharacter known(int index) {
        return CharacterGenerator.character(seed * 1_000_003L + index);
    }

    private DrawnCharacter stranger(int index) {
        return CharacterGenerator.character(-seed * 1_000_003L - 1 - index);
    }

    private void people(DrawnCharacter who) throws IOException {
        Path own = folder.resolve("people").resolve(who.label());
        Files.createDirectories(own);
        List<Scene> portraits = Scenes.portraits(who);
        for (int i = 0; i < ENROLMENT_PHOTOS; i++) {
            Files.write(
                    own.resolve((i + 1) + ".jpg"),
                    ScenePainter.draw(portraits.get(i)).jpeg());
        }
    }

    private String photo(int index) throws IOException {
        Random random = new Random(seed * 7919 + index);
        int count = 1 + random.nextInt(Math.min(6, characters));
        List<DrawnCharacter> group = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        int first = random.nextInt(characters);
        for (int i = 0; i < count; i++) {
            boolean strange = random.nextInt(8) == 0;
            DrawnCharacter who = strange ? stranger(index * 6 + i) : known((first + i) % characters);
            group.add(who);
            labels.add(strange ? "" : who.label());
        }
        Light light = new Light(
                random.nextDouble() - 0.5, random.nextDouble() * 0.8 - 0.3, 0.92 + random.nextDouble() * 0.14);
        DrawnPhoto photo = ScenePainter.draw(
                Scenes.group(1600, 1067, PLACES[random.nextInt(PLACES.length)], light, seed + index, group));
        String file = String.format(Locale.ROOT, "photo-%05d.jpg", index);
        Files.write(folder.resolve("photos").resolve(file), photo.jpeg());
        return truth(file, photo, labels);
    }

    private static String truth(String file, DrawnPhoto photo, List<String> labels) {
        List<String> faces = photo.faces().stream()
                .map(face -> String.format(
                        Locale.ROOT,
                        "{\"box\":{\"x\":%.5f,\"y\":%.5f,\"width\":%.5f,\"height\":%.5f},\"label\":%s}",
                        face.box().x(),
                        face.box().y(),
                        face.box().width(),
                        face.box().height(),
                        labels.contains(face.character().label())
                                ? "\"" + face.character().label() + "\""
                                : "null"))
                .toList();
        return "{\"file\":\"" + file + "\",\"faces\":[" + String.join(",", faces) + "]}";
    }
}
