package org.quitclaim.face.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is not read here, by what its first bytes say, so that whoever sent it reads what it is and not only what it
 * is not.
 *
 * @param name as people call it, the same in every language
 */
record KnownFile(Kind kind, String name) {
    enum Kind {
        IMAGE,
        CAMERA_RAW,
        NO_IMAGE
    }

    private record Sign(Kind kind, String name, int offset, String latin1) {
        boolean isOn(byte[] file) {
            return Signature.has(file, offset, latin1);
        }
    }

    /** The first that fits. Cameras' own formats, then pictures, then what people send by mistake. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(Kind.CAMERA_RAW, "Panasonic RW2", 0, "IIU\0"),
            new Sign(Kind.CAMERA_RAW, "Olympus ORF", 0, "IIRO"),
            new Sign(Kind.CAMERA_RAW, "Olympus ORF", 0, "IIRS"),
            new Sign(Kind.CAMERA_RAW, "Olympus ORF", 0, "MMOR"),
            new Sign(Kind.CAMERA_RAW, "Fujifilm RAF", 0, "FUJIFILMCCD-RAW"),
            new Sign(Kind.CAMERA_RAW, "Sigma X3F", 0, "FOVb"),
            new Sign(Kind.CAMERA_RAW, "Minolta MRW", 0, "\0MRM"),
            new Sign(Kind.CAMERA_RAW, "Canon CRW", 6, "HEAPCCDR"),
            new Sign(Kind.CAMERA_RAW, "Canon CR3", 4, "ftypcrx "),
            new Sign(Kind.CAMERA_RAW, "Canon CR2", 8, "CR\2"),
            new Sign(Kind.CAMERA_RAW, "Phase One IIQ", 8, "IIII"),
            new Sign(Kind.IMAGE, "GIF", 0, "GIF8"),
            new Sign(Kind.IMAGE, "BigTIFF", 0, "II+\0"),
            new Sign(Kind.IMAGE, "BigTIFF", 0, "MM\0+"),
            new Sign(Kind.IMAGE, "JPEG 2000", 4, "jP  "),
            new Sign(Kind.IMAGE, "JPEG 2000", 0, "\u00ffO\u00ffQ"),
            new Sign(Kind.IMAGE, "JPEG XR", 0, "II\u00bc"),
            new Sign(Kind.IMAGE, "JPEG XL", 4, "JXL "),
            new Sign(Kind.IMAGE, "JPEG XL", 0, "\u00ff\n"),
            new Sign(Kind.IMAGE, "Photoshop", 0, "8BPS"),
            new Sign(Kind.IMAGE, "ICO", 0, "\0\0\1\0"),
            new Sign(Kind.IMAGE, "OpenEXR", 0, "v/1\1"),
            new Sign(Kind.IMAGE, "PNM", 0, "P5\n"),
            new Sign(Kind.IMAGE, "PNM", 0, "P6\n"),
            new Sign(Kind.NO_IMAGE, "PDF", 0, "%PDF"),
            new Sign(Kind.NO_IMAGE, "ZIP", 0, "PK\3\4"),
            new Sign(Kind.NO_IMAGE, "AVI", 8, "AVI "));

    /** Lengths of 12, 40, 52, 56, 64, 108 and 124 bytes. */
    private static final List<String> BITMAP_HEADERS =
            List.of("\f\0\0\0", "(\0\0\0", "4\0\0\0", "8\0\0\0", "@\0\0\0", "l\0\0\0", "|\0\0\0");

    /** Empty for what nobody here knows. */
    static Optional<KnownFile> of(byte[] file) {
        return SIGNS.stream()
                .filter(sign -> sign.isOn(file))
                .findFirst()
                .map(sign -> new KnownFile(sign.kind(), sign.name()))
                .or(() -> container(file))
                .or(() -> bitmap(file))
                .or(() -> tiff(file));
    }

    /** Of the ISO base media file format, which films use as well. */
    private static Optional<KnownFile> container(byte[] file) {
        if (!Signature.has(file, 4, "ftyp") || file.length < 12) {
            return Optional.empty();
        }
        return Optional.of(new KnownFile(Kind.NO_IMAGE, "MP4, MOV"));
    }

    /** Two letters are few: what follows has to be one of the seven headers that there are. */
    private static Optional<KnownFile> bitmap(byte[] file) {
        return Signature.has(file, 0, "BM") && BITMAP_HEADERS.stream().anyMatch(size -> Signature.has(file, 14, size))
                ? Optional.of(new KnownFile(Kind.IMAGE, "BMP"))
                : Optional.empty();
    }

    /**
     * Most cameras write their raw data as a TIFF: it has a maker and further pictures inside, or says DNG. Empty for a TIFF of
     * pixels.
     */
    private static Optional<KnownFile> tiff(byte[] file) {
        if (!TiffFile.isOne(file)) {
            return Optional.empty();
        }
        Set<Integer> tags = TiffTags.ofFirstPicture(TiffFile.data(file));
        if (tags.contains(TiffTags.DNG_VERSION)) {
            return Optional.of(new KnownFile(Kind.CAMERA_RAW, "DNG"));
        }
        return tags.contains(TiffTags.MAKE) && tags.contains(TiffTags.SUB_PICTURES)
                ? Optional.of(new KnownFile(Kind.CAMERA_RAW, "NEF, ARW, PEF"))
                : Optional.empty();
    }
}
