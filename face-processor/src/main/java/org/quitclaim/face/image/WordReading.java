package org.quitclaim.face.image;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.image.FileWords.NamedPlace;
import org.quitclaim.face.image.FileWords.Spot;

/**
 * Puts together what the parts of a file say. XMP comes first, then IPTC, then EXIF, as programs that write all three keep them.
 */
final class WordReading {
    private final List<XmpWords> xmp;
    private final List<IimLines> iim;
    private final List<TiffWords> exif;
    private final List<String[]> texts;

    private WordReading(FilePackets packets, Turning turning) {
        this.xmp = packets.xmp.stream()
                .flatMap(packet -> XmpWords.of(packet, turning).stream())
                .toList();
        this.iim = packets.iim.stream().map(IimLines::of).toList();
        this.exif = packets.exif.stream()
                .flatMap(block -> TiffWords.of(block).stream())
                .toList();
        this.texts = packets.texts;
    }

    /** @param picture the size of the stored pixels */
    static FileWords of(PhotoFormat format, byte[] file, StoredPicture picture) {
        FilePackets packets = FilePackets.in(format, file);
        return new WordReading(
                        packets, new Turning(orientation(format, file, packets), picture.width() > picture.height()))
                .all();
    }

    /** The container of HEIC and AVIF turns the picture itself, as EXIF in it says too. */
    private static Orientation orientation(PhotoFormat format, byte[] file, FilePackets packets) {
        return switch (format) {
            case HEIC, AVIF ->
                packets.exif.stream()
                        .flatMap(block -> ExifOrientation.in(block).stream().boxed())
                        .findFirst()
                        .map(Orientation::ofExif)
                        .orElse(Orientation.UPRIGHT);
            case JPEG, PNG, WEBP, LOSSLESS_WEBP, TIFF, UNREAD -> Orientation.in(format, file);
        };
    }

    private FileWords all() {
        List<NamedPlace> places = places();
        Set<String> people = new LinkedHashSet<>();
        xmp.stream()
                .flatMap(XmpWords::people)
                .flatMap(name -> line(name).stream())
                .forEach(people::add);
        places.forEach(place -> people.remove(place.name()));
        return new FileWords(
                places,
                people.stream().limit(FileWords.MOST).toList(),
                first(XmpWords::creator, IimLines.CREATOR, TiffWords.ARTIST, "Author"),
                first(XmpWords::credit, IimLines.CREDIT, -1, ""),
                first(XmpWords::copyright, IimLines.COPYRIGHT, TiffWords.COPYRIGHT, "Copyright"),
                spot());
    }

    /** The same place in two notations is one. */
    private List<NamedPlace> places() {
        List<NamedPlace> places = new ArrayList<>();
        for (NamedPlace place :
                (Iterable<NamedPlace>) xmp.stream().flatMap(words -> words.places().stream())::iterator) {
            NamedPlace clean = new NamedPlace(place.box(), line(place.name()).orElse(""));
            boolean isKnown = places.stream()
                    .anyMatch(known ->
                            known.name().equals(clean.name()) && known.box().isAtPlaceOf(clean.box()));
            if (!isKnown && places.size() < FileWords.MOST) {
                places.add(clean);
            }
        }
        return places;
    }

    private @Nullable String first(Function<XmpWords, Optional<String>> inXmp, int dataset, int tag, String keyword) {
        return Stream.of(
                        xmp.stream().flatMap(words -> inXmp.apply(words).stream()),
                        iim.stream().flatMap(lines -> lines.line(dataset).stream()),
                        exif.stream().flatMap(words -> words.text(tag).stream()),
                        texts.stream().filter(text -> text[0].equals(keyword)).map(text -> text[1]))
                .flatMap(said -> said)
                .flatMap(said -> line(said).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Spot spot() {
        return Stream.concat(
                        exif.stream().flatMap(words -> words.spot().stream()),
                        xmp.stream().flatMap(words -> words.spot().stream()))
                .findFirst()
                .orElse(null);
    }

    /** One line that can be read, or none: signs that control or turn the writing are nobody's name. */
    private static Optional<String> line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(4L * FileWords.LONGEST).forEach(sign -> {
            if (Character.isWhitespace(sign)) {
                line.append(' ');
            } else if (Character.isDefined(sign)
                    && Character.getType(sign) != Character.CONTROL
                    && Character.getType(sign) != Character.FORMAT
                    && Character.getType(sign) != Character.SURROGATE) {
                line.appendCodePoint(sign);
            }
        });
        String clean = line.toString().strip();
        return clean.isEmpty() || clean.length() > FileWords.LONGEST ? Optional.empty() : Optional.of(clean);
    }
}
