package org.quitclaim.query.photo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.query.photo.VersionStatus.Cell;
import org.quitclaim.query.photo.VersionStatus.Span;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The colours that a photo's original has at one time, as words that a list can be asked by.
 *
 * <p><b>Shape:</b> under {@code now}: {@code colours}, each a colour, a channel or {@link #EVERY_CHANNEL}, the code of a
 * subject and the mark of the photo's profile; {@code from} and {@code until}, between which they hold. The
 * <em>profile</em> says with what the photo was looked at and which subjects its statuses name. A history has few of them,
 * so who asks for a colour asks for one word per profile: whether that look is good enough today is a setting, and a
 * subject that a photo does not name has the colour of {@link VersionStatus#ANY_OTHER} there.
 */
final class ColoursNow {
    static final String COLOURS = "colours";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String EVERY_CHANNEL = "EVERYWHERE";

    private ColoursNow() {}

    /** What is kept of the colours of a photo as they are then. */
    static Map<String, Object> of(PhotoDocument photo, Instant at) {
        Instant from = Instant.EPOCH;
        Optional<Instant> until = Optional.empty();
        Map<String, Map<Channel, Colour>> bySubject = new TreeMap<>();
        for (VersionStatus status : ofOriginal(photo)) {
            int now = status.spanAt(at);
            Span span = status.spans().get(now);
            from = from.isAfter(span.from()) ? from : span.from();
            if (now + 1 < status.spans().size()) {
                Instant next = status.spans().get(now + 1).from();
                until = until.filter(end -> end.isBefore(next)).or(() -> Optional.of(next));
            }
            status.cells()
                    .forEach(cell -> bySubject
                            .computeIfAbsent(subject(cell), none -> new EnumMap<>(Channel.class))
                            .put(cell.channel(), span.colour()));
        }
        String mark = mark(profile(photo));
        List<String> colours = new ArrayList<>();
        bySubject.forEach((subject, byChannel) -> words(byChannel, subject, mark, colours::add));
        Map<String, Object> now = new LinkedHashMap<>();
        now.put(FROM, Date.from(from));
        until.ifPresent(end -> now.put(UNTIL, Date.from(end)));
        now.put(COLOURS, colours);
        return now;
    }

    /** One word for all channels where they agree: mostly nobody allowed anything, or everybody the same. */
    private static void words(Map<Channel, Colour> byChannel, String subject, String mark, Consumer<String> words) {
        Set<Colour> all = EnumSet.copyOf(byChannel.values());
        if (all.size() == 1) {
            words.accept(word(all.iterator().next(), EVERY_CHANNEL, subject, mark));
        } else {
            byChannel.forEach((channel, colour) -> words.accept(word(colour, channel.name(), subject, mark)));
        }
    }

    /** Those whose colours held until then, and those whose colours will hold; for each an index. */
    static List<Criteria> notHoldingAt(Instant at) {
        return List.of(
                Criteria.where(PhotoDocument.NOW + "." + UNTIL).lte(Date.from(at)),
                Criteria.where(PhotoDocument.NOW + "." + FROM).gt(Date.from(at)));
    }

    /**
     * The words of which a photo has at least one exactly if its original has this colour, in a history without doubts.
     *
     * @param profiles a photo of each profile
     * @param channel the one that is asked about; empty for any
     */
    static Set<String> words(
            Collection<PhotoDocument> profiles,
            Colour colour,
            Optional<Channel> channel,
            UseContext subject,
            boolean sensitive,
            SearchStandard search) {
        List<String> on = Stream.concat(
                        Stream.of(EVERY_CHANNEL),
                        channel.map(Stream::of)
                                .orElse(Stream.of(Channel.values()))
                                .map(Channel::name))
                .toList();
        Set<String> words = new LinkedHashSet<>();
        for (PhotoDocument photo : profiles) {
            String asked = subject(new Cell(Channel.WEBSITE, subject.code(), sensitive));
            String told = subjects(photo).contains(asked) ? asked : VersionStatus.ANY_OTHER;
            for (Colour kept :
                    kept(colour, search.isMetBy(photo.photo().search().looked()))) {
                on.forEach(one -> words.add(word(kept, one, told, mark(profile(photo)))));
            }
        }
        return words;
    }

    /** As which colours one is kept; a green whose look is not good enough any more is amber. */
    private static List<Colour> kept(Colour asked, boolean lookedWellEnough) {
        return switch (asked) {
            case GREEN -> lookedWellEnough ? List.of(Colour.GREEN) : List.of();
            case AMBER -> lookedWellEnough ? List.of(Colour.AMBER) : List.of(Colour.AMBER, Colour.GREEN);
            case RED -> List.of(Colour.RED);
        };
    }

    static String profile(PhotoDocument photo) {
        Looked looked = photo.photo().search().looked();
        List<String> words = new ArrayList<>(List.of(looked.depth().name(), looked.detector()));
        Arrays.stream(new int[] {
                    looked.passes(),
                    looked.largestPercent(),
                    looked.smallestFacePixels(),
                    looked.turns(),
                    looked.smallestTurnedPixels()
                })
                .forEach(number -> words.add(String.valueOf(number)));
        words.addAll(subjects(photo));
        return String.join(" ", words);
    }

    private static Set<String> subjects(PhotoDocument photo) {
        Set<String> subjects = new TreeSet<>();
        ofOriginal(photo).forEach(status -> status.cells().forEach(cell -> subjects.add(subject(cell))));
        return subjects;
    }

    private static List<VersionStatus> ofOriginal(PhotoDocument photo) {
        return photo.statuses().stream()
                .filter(status ->
                        status.rendition().equals(photo.photo().original().id()))
                .toList();
    }

    /** A code, with a mark where it is the answer for when that subject counts as sensitive. */
    private static String subject(Cell cell) {
        boolean marked = cell.sensitive() && !cell.context().equals(VersionStatus.ANY_OTHER);
        return cell.context() + (marked ? "!" : "");
    }

    private static String word(Colour colour, String channel, String subject, String mark) {
        return colour + " " + channel + " " + subject + " #" + mark;
    }

    private static String mark(String profile) {
        return Integer.toHexString(profile.hashCode());
    }
}
