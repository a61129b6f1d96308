package org.quitclaim.face.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a HEIC or AVIF says about its picture before anything is decoded.
 *
 * <p><b>Source</b>: ISO/IEC 23008-12 (HEIF) sections 6 and 9; ISO/IEC 14496-12 section 8.11.
 *
 * @param width as stored, before it is turned
 * @param height as stored, before it is turned
 * @param isSideways whether it is turned by 90 degrees or 270
 * @param isCropped whether less is shown than is stored
 * @param isTransparent whether a part of it may be see-through
 * @param colours the contents of its colour boxes
 * @param pictures how many pictures stand by themselves, without thumbnails, tiles, depth and transparency
 */
record HeifFile(
        int width,
        int height,
        boolean isSideways,
        boolean isCropped,
        boolean isTransparent,
        List<ByteBuffer> colours,
        int pictures) {

    private static final Set<Integer> PICTURE_KINDS = Set.of(
            HeifBoxes.code("hvc1"),
            HeifBoxes.code("av01"),
            HeifBoxes.code("grid"),
            HeifBoxes.code("iovl"),
            HeifBoxes.code("iden"));

    private static final List<String> OPACITY =
            List.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1");

    private static final Set<Integer> BELONGINGS = Set.of(HeifBoxes.code("thmb"), HeifBoxes.code("auxl"));
    private static final int HIDDEN = 1;
    private static final int LONG_INDEX = 1;

    HeifFile {
        colours = List.copyOf(colours);
    }

    /** Empty for a file without a picture of its own, such as a film, and for one that makes no sense. */
    static Optional<HeifFile> of(byte[] file) {
        try {
            return HeifBoxes.first(HeifBoxes.in(ByteBuffer.wrap(file)), "meta")
                    .flatMap(meta -> ofMeta(HeifBoxes.in(meta.body())));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The pixels that are decoded: the stored ones, turned. */
    int shownWidth() {
        return isSideways ? height : width;
    }

    int shownHeight() {
        return isSideways ? width : height;
    }

    private static Optional<HeifFile> ofMeta(List<HeifBoxes.Box> meta) {
        Optional<HeifBoxes.Box> primary = HeifBoxes.first(meta, "pitm");
        Optional<HeifBoxes.Box> properties = HeifBoxes.first(meta, "iprp");
        if (primary.isEmpty() || properties.isEmpty()) {
            return Optional.empty();
        }
        int id = id(primary.get().body(), primary.get().version() > 0);
        List<HeifBoxes.Box> iprp = HeifBoxes.in(properties.get().content());
        List<HeifBoxes.Box> all = HeifBoxes.first(iprp, "ipco")
                .map(box -> HeifBoxes.in(box.content()))
                .orElse(List.of());
        List<HeifBoxes.Box> own = properties(iprp, all, id);
        return HeifBoxes.first(own, "ispe").map(HeifBoxes.Box::body).map(size -> {
            boolean isSideways = HeifBoxes.first(own, "irot")
                    .filter(turn -> (turn.content().get(0) & 1) == 1)
                    .isPresent();
            return new HeifFile(
                    size.getInt(0),
                    size.getInt(Integer.BYTES),
                    isSideways,
                    HeifBoxes.first(own, "clap").isPresent(),
                    auxiliaries(meta, id).stream()
                            .flatMap(item -> properties(iprp, all, item).stream())
                            .anyMatch(HeifFile::isOpacity),
                    own.stream()
                            .filter(box -> box.is("colr"))
                            .map(HeifBoxes.Box::content)
                            .toList(),
                    Math.max(1, pictures(meta)));
        });
    }

    private static boolean isOpacity(HeifBoxes.Box property) {
        ByteBuffer body = property.body();
        byte[] bytes = new byte[body.limit()];
        body.get(bytes);
        String kind = new String(bytes, StandardCharsets.ISO_8859_1);
        return property.is("auxC") && OPACITY.stream().anyMatch(kind::startsWith);
    }

    private static List<HeifBoxes.Box> properties(List<HeifBoxes.Box> iprp, List<HeifBoxes.Box> all, int id) {
        List<HeifBoxes.Box> own = new ArrayList<>();
        for (HeifBoxes.Box box : iprp.stream().filter(one -> one.is("ipma")).toList()) {
            ByteBuffer body = box.body();
            boolean isLong = (box.flags() & LONG_INDEX) != 0;
            int entries = body.getInt();
            for (int i = 0; i < entries; i++) {
                int item = id(body, box.version() > 0);
                int count = body.get() & 0xFF;
                for (int j = 0; j < count; j++) {
                    int index = isLong ? body.getShort() & 0x7FFF : body.get() & 0x7F;
                    if (item == id && index > 0 && index <= all.size()) {
                        own.add(all.get(index - 1));
                    }
                }
            }
        }
        return own;
    }

    private static int pictures(List<HeifBoxes.Box> meta) {
        Set<Integer> parts = parts(meta);
        return (int) HeifBoxes.first(meta, "iinf").stream()
                .flatMap(list -> {
                    ByteBuffer body = list.body();
                    int count = list.version() > 0 ? Integer.BYTES : Short.BYTES;
                    return HeifBoxes.in(body.slice(count, body.limit() - count)).stream();
                })
                .filter(entry -> entry.is("infe") && entry.version() >= 2 && (entry.flags() & HIDDEN) == 0)
                .filter(entry -> {
                    ByteBuffer body = entry.body();
                    int item = id(body, entry.version() > 2);
                    body.getShort();
                    return PICTURE_KINDS.contains(body.getInt()) && !parts.contains(item);
                })
                .count();
    }

    /** What belongs to a picture, such as how deep or how transparent it is. */
    private static Set<Integer> auxiliaries(List<HeifBoxes.Box> meta, int picture) {
        Set<Integer> found = new HashSet<>();
        references(meta).stream()
                .filter(reference -> reference.type() == HeifBoxes.code("auxl")
                        && reference.to().contains(picture))
                .forEach(reference -> found.add(reference.from()));
        return found;
    }

    /** What is only there for another picture: what it is put together of, and what belongs to it. */
    private static Set<Integer> parts(List<HeifBoxes.Box> meta) {
        Set<Integer> parts = new HashSet<>();
        for (Reference reference : references(meta)) {
            if (reference.type() == HeifBoxes.code("dimg")) {
                parts.addAll(reference.to());
            } else if (BELONGINGS.contains(reference.type())) {
                parts.add(reference.from());
            }
        }
        return parts;
    }

    private record Reference(int type, int from, Set<Integer> to) {}

    private static List<Reference> references(List<HeifBoxes.Box> meta) {
        List<Reference> found = new ArrayList<>();
        HeifBoxes.first(meta, "iref").ifPresent(references -> {
            boolean isLong = references.version() > 0;
            for (HeifBoxes.Box reference : HeifBoxes.in(references.body())) {
                ByteBuffer body = reference.content().duplicate();
                int from = id(body, isLong);
                int count = body.getShort() & 0xFFFF;
                Set<Integer> to = new HashSet<>();
                for (int i = 0; i < count; i++) {
                    to.add(id(body, isLong));
                }
                found.add(new Reference(reference.type(), from, to));
            }
        });
        return found;
    }

    private static int id(ByteBuffer body, boolean isLong) {
        return isLong ? body.getInt() : body.getShort() & 0xFFFF;
    }
}
