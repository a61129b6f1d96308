package org.quitclaim.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.drawn.Cast;

/** What the story remembers from chapter to chapter: who acts, and the ids that the server gave. */
final class StorySoFar {
    final Stage stage;
    final Staff staff;
    final LocalDate today = LocalDate.now(AskedUse.ZONE);
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Cast, String> persons = new EnumMap<>(Cast.class);
    private final Map<Cast, String> links = new EnumMap<>(Cast.class);
    private final Map<Cast, Photo> portraits = new EnumMap<>(Cast.class);
    private final Map<Shot, Photo> shoot = new EnumMap<>(Shot.class);

    StorySoFar(Stage stage, Staff staff) {
        this.stage = stage;
        this.staff = staff;
    }

    /** Remembers an id under a word of the story. */
    void remember(String word, String id) {
        ids.put(word, id);
    }

    String recall(String word) {
        return known(ids.get(word), word);
    }

    void met(Cast role, String person) {
        persons.put(role, person);
    }

    String person(Cast role) {
        return known(persons.get(role), role);
    }

    Map<Cast, String> persons() {
        return persons;
    }

    /** The link {@code /q/{token}} to a page of somebody's own. */
    void handed(Cast role, String signingLink) {
        links.put(role, signingLink);
    }

    Optional<String> link(Cast role) {
        return Optional.ofNullable(links.get(role));
    }

    /** What that page reads from and sends to, {@code /api/q/{token}}. */
    String page(Cast role) {
        return "/api" + known(links.get(role), role);
    }

    void portrayed(Cast role, Photo portrait) {
        portraits.put(role, portrait);
    }

    Photo portrait(Cast role) {
        return known(portraits.get(role), role);
    }

    void shot(Shot shot, Photo photo) {
        shoot.put(shot, photo);
    }

    Photo photo(Shot shot) {
        return known(shoot.get(shot), shot);
    }

    Map<Shot, Photo> shoot() {
        return shoot;
    }

    List<String> shootIds() {
        return shoot.values().stream().map(Photo::id).toList();
    }

    private static <T> T known(@Nullable T value, Object what) {
        if (value == null) {
            throw new Unexpected("an earlier chapter did not get as far as " + what);
        }
        return value;
    }
}
