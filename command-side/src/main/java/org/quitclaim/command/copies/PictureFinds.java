package org.quitclaim.command.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.face.copies.CopyIndex.Version;
import org.quitclaim.face.copies.PictureDigest;

/**
 * Of what here a picture is a copy, or may be one: of a photo as it came in, of one as it leaves, or of a covered version.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class PictureFinds {
    /** Of so many that look like it, the file that leaves is made anew and held against it. */
    private static final int MOST_MADE = 3;

    private final KnownPictures pictures;
    private final Streams streams;
    private final WhatLeaves leaving;

    public PictureFinds(KnownPictures pictures, Streams streams, WhatLeaves leaving) {
        this.pictures = pictures;
        this.streams = streams;
        this.leaving = leaving;
    }

    /** What leaves of a photo when nobody is covered, made anew. */
    @FunctionalInterface
    public interface WhatLeaves {
        /** @throws RejectedException if it cannot be opened */
        PictureDigest of(Registered photo, Origin origin);
    }

    /** @param size in pixels, as it would be shown */
    record Asked(PictureDigest digest, Registered.Size size) {}

    /**
     * @param version the covered one; empty where nobody is covered
     * @param same whether every pixel is the same
     */
    record Found(PhotoId photo, Optional<RenditionId> version, boolean same) {
        /** What it is a picture of, if that is still there. */
        Optional<Rendition> on(Registered now) {
            return version.isEmpty()
                    ? Optional.of(now.original())
                    : version.flatMap(
                            one -> Optional.ofNullable(now.renditions().get(one)));
        }

        private static Found of(Version version, boolean same) {
            return new Found(version.photo(), Optional.of(version.rendition()), same);
        }
    }

    List<Found> of(Asked picture, Predicate<PhotoId> seen, Origin origin) {
        PictureDigest digest = picture.digest();
        List<PhotoId> alike =
                pictures.alike(digest, Integer.MAX_VALUE).stream().filter(seen).toList();
        List<Found> same = new ArrayList<>(Stream.concat(
                        pictures.samePicture(digest).stream().map(photo -> new Found(photo, Optional.empty(), true)),
                        pictures.sameVersion(digest).stream().map(version -> Found.of(version, true)))
                .filter(found -> seen.test(found.photo()))
                .toList());
        alike.stream()
                .flatMap(photo -> ofSize(photo, picture.size()).stream())
                .limit(MOST_MADE)
                .filter(photo -> left(photo, digest, origin))
                .forEach(photo -> same.add(new Found(photo.id(), Optional.empty(), true)));
        List<PhotoId> told = same.stream().map(Found::photo).toList();
        Stream<Found> others = Stream.concat(
                alike.stream().map(photo -> new Found(photo, Optional.empty(), false)),
                pictures.alikeVersions(digest, Integer.MAX_VALUE).stream()
                        .filter(version -> seen.test(version.photo()))
                        .map(version -> Found.of(version, false)));
        return Stream.concat(same.stream(), others.filter(found -> !told.contains(found.photo())))
                .toList();
    }

    /** Whether it is what leaves of a photo when nobody is covered. */
    private boolean left(Registered photo, PictureDigest digest, Origin origin) {
        try {
            return leaving.of(photo, origin).pixels().equals(digest.pixels());
        } catch (RejectedException e) {
            // sealed or destroyed: it only looks like it
            return false;
        }
    }

    private Optional<Registered> ofSize(PhotoId id, Registered.Size size) {
        try {
            return streams.photo(id) instanceof Registered photo
                            && !photo.removed()
                            && photo.size().equals(size)
                    ? Optional.of(photo)
                    : Optional.empty();
        } catch (StreamDamaged e) {
            return Optional.empty();
        }
    }
}
