package org.quitclaim.command.copies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.copies.PictureFinds.Asked;
import org.quitclaim.command.copies.PictureFinds.Found;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.domain.status.HiddenCopies;
import org.quitclaim.domain.status.Status;
import org.quitclaim.domain.status.StatusReason;
import org.quitclaim.domain.status.StatusRule;
import org.quitclaim.eventstore.StreamDamaged;
import org.springframework.http.HttpStatus;

/**
 * Says of any picture whether it may be used today, if it is known here.
 *
 * <p><b>Guarantees:</b> it is held against whole pictures, those that came in and those that left, never against a face; where it
 * is several of them, the worst holds; nothing of it is kept, and nothing is embedded.
 * Only photos that the asker may see are answered about, and nobody is named. A picture that only looks like one of them is
 * never green. It is answered for uses without a subject of their own: asked one after the other, subjects would tell for which of
 * them somebody consented. Asking is counted per account and bounded within a day: else somebody could find out which pictures are here.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class MayI {
    static final int MOST_A_DAY = 200;

    private static final Duration WITHIN = Duration.ofHours(24);
    private static final int MOST_ANSWERS = 5;
    private static final Comparator<Answer> WORST_FIRST = Comparator.comparing((Answer one) -> !one.same())
            .thenComparing(Answer::no, Comparator.reverseOrder())
            .thenComparing(Answer::doubt, Comparator.reverseOrder());
    private static final InputRejection TOO_MANY = new InputRejection(
            "may-i.too-many",
            "You asked about as many pictures as is allowed within a day. Open the photo in its shoot, or try again"
                    + " tomorrow.",
            HttpStatus.TOO_MANY_REQUESTS);

    private final PictureFinds finds;
    private final Streams streams;
    private final HistoryTrust trust;
    private final SearchStandard search;
    private final Territory home;
    private final Clock clock;
    private final Map<String, Deque<Instant>> asked = new ConcurrentHashMap<>();

    public MayI(
            PictureFinds finds,
            Streams streams,
            HistoryTrust trust,
            SearchStandard search,
            Territory home,
            Clock clock) {
        this.finds = finds;
        this.streams = streams;
        this.trust = trust;
        this.search = search;
        this.home = home;
        this.clock = clock;
    }

    /** @param reasons codes, without whom they are about */
    public record OnChannel(Channel channel, Colour colour, List<String> reasons) {}

    /**
     * @param same whether every pixel is the same; else a human has to look whether it is this photo at all
     * @param covered how many are covered on the version of the photo that it is, or looks like
     * @param renditionId that version; absent where it is the photo itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            PhotoId photoId,
            boolean same,
            int covered,
            @Nullable RenditionId renditionId,
            List<OnChannel> channels) {
        private long no() {
            return channels.stream().filter(one -> one.colour() == Colour.RED).count();
        }

        private long doubt() {
            return channels.stream().filter(one -> one.colour() != Colour.GREEN).count();
        }
    }

    /**
     * What is to be said of the picture, and of what.
     *
     * @param channels of all that is the very picture, the worst on each channel; empty where something only looks like it
     * @param photos those that say most against it first; not all of a picture that is here very often
     */
    public record Answered(boolean known, List<OnChannel> channels, List<Answer> photos) {
        private static List<OnChannel> worst(List<Answer> all) {
            List<OnChannel> same = all.stream()
                    .filter(Answer::same)
                    .flatMap(one -> one.channels().stream())
                    .toList();
            return Arrays.stream(Channel.values())
                    .map(channel -> same.stream()
                            .filter(one -> one.channel() == channel)
                            .toList())
                    .flatMap(here -> here.stream()
                            .map(OnChannel::colour)
                            .max(Comparator.naturalOrder())
                            .map(colour -> together(here, colour))
                            .stream())
                    .toList();
        }

        private static OnChannel together(List<OnChannel> here, Colour colour) {
            return new OnChannel(
                    here.getFirst().channel(),
                    colour,
                    here.stream()
                            .filter(one -> one.colour() == colour)
                            .flatMap(one -> one.reasons().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /** Counts one question, or refuses it. */
    public void count(String account) {
        Deque<Instant> times = asked.computeIfAbsent(account, any -> new ArrayDeque<>());
        synchronized (times) {
            Instant now = clock.instant();
            while (!times.isEmpty() && times.getFirst().plus(WITHIN).isBefore(now)) {
                times.removeFirst();
            }
            if (times.size() >= MOST_A_DAY) {
                throw new RejectedException(TOO_MANY);
            }
            times.addLast(now);
        }
    }

    /** How often it was asked within a day, by everybody. */
    public long askedToday() {
        Instant since = clock.instant().minus(WITHIN);
        return asked.values().stream()
                .mapToLong(times -> {
                    synchronized (times) {
                        return times.stream().filter(since::isBefore).count();
                    }
                })
                .sum();
    }

    /**
     * @param picture as it would be taken in
     * @param seen which photos the asker may see
     */
    public Answered answer(Asked picture, Predicate<PhotoId> seen, Origin origin) {
        List<Answer> all = finds.of(picture, photo -> sees(seen, photo), origin).stream()
                .flatMap(found -> answer(found, seen).stream())
                .sorted(WORST_FIRST)
                .toList();
        return new Answered(
                !all.isEmpty(),
                Answered.worst(all),
                all.stream().limit(MOST_ANSWERS).toList());
    }

    /** Of a photo with a damaged history nobody can say whose it is: whoever does not see all of them is not told that it exists. */
    private static boolean sees(Predicate<PhotoId> seen, PhotoId photo) {
        try {
            return seen.test(photo);
        } catch (StreamDamaged e) {
            return false;
        }
    }

    private List<Answer> answer(Found found, Predicate<PhotoId> seen) {
        try {
            if (!(streams.photo(found.photo()) instanceof Registered photo) || photo.removed()) {
                return List.of();
            }
            return found.on(photo).stream()
                    .map(version -> new Answer(
                            found.photo(),
                            found.same(),
                            version.covered().size(),
                            version.id().equals(photo.original().id()) ? null : version.id(),
                            channels(photo, version, found.same(), seen)))
                    .toList();
        } catch (StreamDamaged e) {
            return List.of(new Answer(
                    found.photo(),
                    found.same(),
                    0,
                    null,
                    Arrays.stream(Channel.values())
                            .map(channel -> shown(channel, StatusRule.damaged()))
                            .toList()));
        }
    }

    private List<OnChannel> channels(Registered photo, Rendition version, boolean same, Predicate<PhotoId> seen) {
        List<PersonId> people = photo.faces().values().stream()
                .flatMap(face -> face.standing() instanceof FaceStanding.Sighted sighted
                        ? Stream.of(sighted.person())
                        : Stream.empty())
                .distinct()
                .toList();
        List<String> doubts = Stream.of(
                        trust.doubts().stream(),
                        trust.doubtsAbout(people).stream(),
                        search.isMetBy(photo.search().looked())
                                ? Stream.<String>empty()
                                : Stream.of(SearchStandard.OUTDATED),
                        same ? Stream.<String>empty() : Stream.of("may-i.only-alike"))
                .flatMap(codes -> codes)
                .toList();
        return Arrays.stream(Channel.values())
                .map(channel -> shown(
                        channel,
                        HiddenCopies.from(
                                StatusRule.under(doubts, status(photo, version, channel)),
                                photo.copies(),
                                other -> sees(seen, other))))
                .toList();
    }

    private Status status(Registered photo, Rendition version, Channel channel) {
        return StatusRule.at(
                photo,
                version,
                new StatusRule.Purpose(channel, home, UseContext.GENERAL, false),
                person -> streams.consent(person) instanceof Known known
                        ? Optional.<Outlook>of(known.outlook())
                        : Optional.<Outlook>empty(),
                clock.instant());
    }

    private static OnChannel shown(Channel channel, Status status) {
        return new OnChannel(
                channel,
                status.colour(),
                status.reasons().stream()
                        .map(StatusReason::code)
                        .map(Denial::withoutTerms)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
