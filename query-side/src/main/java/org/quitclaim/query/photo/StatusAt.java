package org.quitclaim.query.photo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.domain.status.HiddenCopies;
import org.quitclaim.domain.status.Status;
import org.quitclaim.domain.status.StatusRule;
import org.quitclaim.query.photo.PhotoView.ChannelStatus;
import org.quitclaim.query.photo.VersionStatus.Cell;
import org.quitclaim.query.photo.VersionStatus.Span;

/**
 * Reads stored statuses against the clock.
 *
 * @param context the subject asked about; empty for everyday use
 * @param subjects which of them count as sensitive
 * @param reader who is told; of a sensitive subject only officers and auditors are told about whom a reason is, which it is,
 *     and until when a yes lasts, since that tells whose it is
 * @param timeline by which the statuses were asked for
 * @param search with what a photo has to have been looked at
 */
record StatusAt(
        Instant now,
        Optional<UseContext> context,
        Subjects subjects,
        PhotoReader reader,
        HistoryTrust trust,
        SearchStandard search,
        StatusTimeline timeline,
        List<String> doubts) {
    StatusAt(
            Instant now,
            Optional<UseContext> context,
            Subjects subjects,
            PhotoReader reader,
            HistoryTrust trust,
            SearchStandard search,
            StatusTimeline timeline) {
        this(now, context, subjects, reader, trust, search, timeline, trust.doubts());
    }

    /** The status of one version on every channel. */
    List<ChannelStatus> of(PhotoDocument photo, RenditionId rendition) {
        UseContext asked = context.orElse(UseContext.GENERAL);
        List<String> doubted = doubtsOn(photo);
        return Arrays.stream(Channel.values())
                .flatMap(channel -> of(photo, rendition, channel, asked, doubted).stream())
                .toList();
    }

    /** Of this history, of whoever is on the photo, covered or not, and of how it was looked at for faces. */
    private List<String> doubtsOn(PhotoDocument photo) {
        List<PersonId> seen = photo.photo().faces().values().stream()
                .flatMap(face -> face.standing() instanceof FaceStanding.Sighted sighted
                        ? Stream.of(sighted.person())
                        : Stream.empty())
                .toList();
        List<String> doubted = new ArrayList<>(doubts);
        doubted.addAll(trust.doubtsAbout(seen));
        if (!search.isMetBy(photo.photo().search().looked())) {
            doubted.add(SearchStandard.OUTDATED);
        }
        return doubted;
    }

    private Optional<ChannelStatus> of(
            PhotoDocument photo, RenditionId rendition, Channel channel, UseContext subject, List<String> doubted) {
        String asked = subject.code();
        return entry(photo, rendition, new Cell(channel, asked, subjects.sensitive(subject)))
                .or(() -> entry(photo, rendition, new Cell(channel, VersionStatus.ANY_OTHER, true)))
                .map(entry -> damaged(photo)
                        ? shown(StatusRule.damaged(), channel, asked)
                        : shown(photo, entry, channel, asked, doubted));
    }

    private static Optional<VersionStatus> entry(PhotoDocument photo, RenditionId rendition, Cell cell) {
        return photo.statuses().stream()
                .filter(status ->
                        status.rendition().equals(rendition) && status.cells().contains(cell))
                .findFirst();
    }

    private ChannelStatus shown(
            PhotoDocument photo, VersionStatus entry, Channel channel, String asked, List<String> doubted) {
        int at = entry.spanAt(now);
        Span span = entry.spans().get(at);
        boolean ends = span.colour() == Colour.GREEN && at + 1 < entry.spans().size();
        Status status = StatusRule.under(
                doubted,
                new Status(
                        span.colour(),
                        span.reasons(),
                        ends ? Optional.of(entry.spans().get(at + 1).from()) : Optional.empty()));
        return shown(HiddenCopies.from(status, photo.photo().copies(), reader.linked()), channel, asked);
    }

    private ChannelStatus shown(Status status, Channel channel, String asked) {
        boolean named = reader.exact() || !subjects.sensitive(new UseContext(asked));
        return new ChannelStatus(
                channel,
                timeline.territory(channel),
                reader.contexts() ? asked : null,
                status.colour(),
                status.reasons().stream()
                        .map(reason -> named || reason.person().isEmpty()
                                ? PhotoView.Why.of(reason, reader)
                                : PhotoView.Why.ofSomebody(status.colour()))
                        .distinct()
                        .toList(),
                named ? status.until().orElse(null) : null);
    }

    /** The photo's own stream, or that of somebody on it. */
    private boolean damaged(PhotoDocument photo) {
        return trust.damaged(photo.photo().id())
                || photo.photo().faces().values().stream()
                        .anyMatch(face -> face.standing() instanceof FaceStanding.Sighted sighted
                                && trust.damaged(sighted.person()));
    }

    /** Whether the original has one of these colours on one of these channels. */
    boolean matches(PhotoDocument photo, Set<Colour> colours, Set<Channel> channels) {
        return of(photo, photo.photo().original().id()).stream()
                .anyMatch(status -> channels.contains(status.channel()) && colours.contains(status.colour()));
    }

    PhotoView view(PhotoDocument document) {
        return new PhotoView(
                document.photo().id(),
                document.photo().collection(),
                document.registered().source(),
                document.registered().widthPixels(),
                document.registered().heightPixels(),
                document.photo().detected(),
                !document.photo().searched(),
                document.photo().needsOwnLook(),
                document.photo().search().looked(),
                document.photo().reviewed() && document.photo().seen().unseen().isEmpty(),
                document.photo().removed(),
                document.photo().version(),
                document.registered().derivedFrom().stream()
                        .filter(reader.linked())
                        .toList(),
                document.photo().faces().values().stream()
                        .map(PhotoView.Face::of)
                        .toList(),
                document.photo().renditions().values().stream()
                        .map(one -> PhotoView.Version.of(
                                document.photo(),
                                one,
                                one.id().equals(document.photo().original().id()),
                                of(document, one.id())))
                        .toList(),
                document.registered().at());
    }
}
