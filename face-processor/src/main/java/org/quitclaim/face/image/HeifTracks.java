package org.quitclaim.face.image;

import static org.quitclaim.face.image.HeifBoxes.first;
import static org.quitclaim.face.image.HeifBoxes.in;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.face.image.HeifBoxes.Box;

/**
 * The pictures that a HEIC or AVIF shows one after another, as an animation or a burst. Tracks of depth, transparency and
 * thumbnails are none, and neither is sound.
 *
 * <p><b>Source</b>: ISO/IEC 14496-12 sections 8.3.2, 8.4.3, 8.7.3 and 8.8; ISO/IEC 23008-12 section 7.
 */
final class HeifTracks {
    private static final Set<Integer> PICTURES = Set.of(HeifBoxes.code("pict"), HeifBoxes.code("vide"));
    /** The part of a header that has times of 4 bytes or, in version 1, of 8. */
    private static final int ID_BEHIND_SHORT_TIMES = 2 * Integer.BYTES;

    private static final int ID_BEHIND_LONG_TIMES = 2 * Long.BYTES;

    private HeifTracks() {}

    /** 0 for a file without such tracks, and for one that makes no sense. */
    static int pictures(byte[] file) {
        try {
            List<Box> all = in(ByteBuffer.wrap(file));
            long pictures = 0;
            for (Box track : inside(all, "moov", "trak")) {
                if (isOfPictures(track)) {
                    pictures += samples(track) + samplesInFragments(all, id(track));
                }
            }
            return (int) Math.min(Integer.MAX_VALUE, pictures);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static boolean isOfPictures(Box track) {
        boolean isThumbnails = inside(List.of(track), "trak", "tref").stream()
                .anyMatch(references -> first(in(references.content()), "thmb").isPresent());
        return !isThumbnails
                && inside(List.of(track), "trak", "mdia", "hdlr").stream()
                        .anyMatch(handler -> PICTURES.contains(handler.body().getInt(Integer.BYTES)));
    }

    /** The sizes of its pictures are listed, each by itself or for all at once. */
    private static long samples(Box track) {
        List<Box> table = inside(List.of(track), "trak", "mdia", "minf", "stbl");
        return table.stream()
                .flatMap(box -> in(box.content()).stream())
                .filter(box -> box.is("stsz") || box.is("stz2"))
                .mapToLong(sizes -> Integer.toUnsignedLong(sizes.body().getInt(Integer.BYTES)))
                .sum();
    }

    private static long samplesInFragments(List<Box> all, int track) {
        return inside(all, "moof", "traf").stream()
                .map(fragment -> in(fragment.content()))
                .filter(parts -> first(parts, "tfhd")
                        .filter(header -> header.body().getInt(0) == track)
                        .isPresent())
                .flatMap(List::stream)
                .filter(box -> box.is("trun"))
                .mapToLong(run -> Integer.toUnsignedLong(run.body().getInt(0)))
                .sum();
    }

    private static int id(Box track) {
        Optional<Box> header = first(in(track.content()), "tkhd");
        return header.map(box -> box.body().getInt(box.version() == 0 ? ID_BEHIND_SHORT_TIMES : ID_BEHIND_LONG_TIMES))
                .orElse(0);
    }

    private static List<Box> inside(List<Box> boxes, String... path) {
        List<Box> found = boxes;
        for (int i = 0; i < path.length; i++) {
            List<Box> next = new ArrayList<>();
            for (Box box : found) {
                if (box.is(path[i])) {
                    next.addAll(i + 1 < path.length ? in(box.content()) : List.of(box));
                }
            }
            found = next;
        }
        return found;
    }
}
