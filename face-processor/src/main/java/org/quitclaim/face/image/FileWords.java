package org.quitclaim.face.image;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.photo.Box;

/**
 * What somebody wrote into a file beside its picture: where people are and who they are, who made it, and where.
 *
 * <p><b>Guarantees</b>: at most {@value #MOST} places and as many names; each text is one line of at most {@value #LONGEST}
 * letters. All of it is hearsay: whoever had the file could write anything.
 *
 * @param places on the upright picture
 * @param people names without a place; names of places are not repeated here
 * @param spot where it was taken
 */
public record FileWords(
        List<NamedPlace> places,
        List<String> people,
        @Nullable String creator,
        @Nullable String credit,
        @Nullable String copyright,
        @Nullable Spot spot) {
    /** No picture of a crowd was ever named further by hand. */
    public static final int MOST = 200;

    public static final int LONGEST = 200;
    public static final FileWords NONE = new FileWords(List.of(), List.of(), null, null, null, null);

    public FileWords {
        places = List.copyOf(places);
        people = List.copyOf(people);
    }

    /** @param name empty where somebody is marked and not named */
    public record NamedPlace(Box box, String name) {
        @Override
        public String toString() {
            return "NamedPlace[hidden]";
        }
    }

    /** <p><b>Units and range</b>: degrees, north and east positive. */
    public record Spot(double latitude, double longitude) {
        @Override
        public String toString() {
            return "Spot[hidden]";
        }
    }

    @Override
    public String toString() {
        return "FileWords[hidden]";
    }
}
