package org.quitclaim.face.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.FileWords.NamedPlace;
import org.quitclaim.face.image.FileWords.Spot;

/**
 * What one XMP packet says of people and of whoever made the picture.
 *
 * <p><b>Source</b>: MWG Guidelines 2.0 section 5.9 (regions), Microsoft People Tagging (MP), IPTC Photo Metadata 2024.1
 * (PersonInImage, ImageRegion), XMP specification part 2 (dc, photoshop, exif).
 */
final class XmpWords {
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String EXIF = "http://ns.adobe.com/exif/1.0/";
    private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String MWG = "http://www.metadataworkinggroup.com/schemas/regions/";
    private static final String AREA = "http://ns.adobe.com/xmp/sType/Area#";
    private static final String SIZE = "http://ns.adobe.com/xap/1.0/sType/Dimensions#";
    private static final String MP = "http://ns.microsoft.com/photo/1.2/";
    private static final String MP_INFO = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#";
    private static final String MP_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#";

    private final XmpNode said;
    private final Turning turning;

    private XmpWords(XmpNode said, Turning turning) {
        this.said = said;
        this.turning = turning;
    }

    static Optional<XmpWords> of(byte[] packet, Turning turning) {
        return XmpNode.of(packet).map(said -> new XmpWords(said, turning));
    }

    List<NamedPlace> places() {
        List<NamedPlace> places = new ArrayList<>();
        said.fields(MWG, "Regions").forEach(regions -> {
            Turning turned = turning.appliedTo(
                    regions.field(MWG, "AppliedToDimensions").flatMap(size -> number(size, SIZE, "w")),
                    regions.field(MWG, "AppliedToDimensions").flatMap(size -> number(size, SIZE, "h")));
            regions.fields(MWG, "RegionList")
                    .flatMap(XmpNode::items)
                    .limit(FileWords.MOST)
                    .forEach(region -> ofMwg(region, turned).ifPresent(places::add));
        });
        said.fields(MP, "RegionInfo")
                .flatMap(info -> info.fields(MP_INFO, "Regions"))
                .flatMap(XmpNode::items)
                .limit(FileWords.MOST)
                .forEach(region -> ofMicrosoft(region).ifPresent(places::add));
        said.fields(IPTC, "ImageRegion")
                .flatMap(XmpNode::items)
                .limit(FileWords.MOST)
                .forEach(region -> ofIptc(region).ifPresent(places::add));
        return places;
    }

    /** Marks of pets, codes and where it is sharp are nobody's. */
    private static Optional<NamedPlace> ofMwg(XmpNode region, Turning turned) {
        String kind = region.text(MWG, "Type").orElse("Face");
        Optional<XmpNode> area = region.field(MWG, "Area");
        if (!kind.equalsIgnoreCase("Face") || area.isEmpty()) {
            return Optional.empty();
        }
        boolean inPixels = area.get().text(AREA, "unit").filter("pixel"::equals).isPresent();
        Optional<Double> diameter = number(area.get(), AREA, "d");
        Optional<Double> width = number(area.get(), AREA, "w").or(() -> diameter);
        Optional<Double> height = number(area.get(), AREA, "h").or(() -> diameter);
        Optional<Double> x = number(area.get(), AREA, "x");
        Optional<Double> y = number(area.get(), AREA, "y");
        if (inPixels || x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return place(
                turned,
                x.get() - width.get() / 2,
                y.get() - height.get() / 2,
                width.get(),
                height.get(),
                region.text(MWG, "Name").orElse(""));
    }

    private Optional<NamedPlace> ofMicrosoft(XmpNode region) {
        String[] parts = region.text(MP_REGION, "Rectangle").orElse("").split(",", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        List<Double> numbers =
                Stream.of(parts).flatMap(part -> number(part).stream()).toList();
        return numbers.size() < 4
                ? Optional.empty()
                : place(
                        turning,
                        numbers.get(0),
                        numbers.get(1),
                        numbers.get(2),
                        numbers.get(3),
                        region.text(MP_REGION, "PersonDisplayName").orElse(""));
    }

    private Optional<NamedPlace> ofIptc(XmpNode region) {
        Optional<XmpNode> boundary = region.field(IPTC, "RegionBoundary");
        Optional<String> name = region.text(IPTC, "PersonInImage");
        if (boundary.isEmpty()
                || name.isEmpty()
                || boundary.get()
                        .text(IPTC, "rbUnit")
                        .filter("relative"::equals)
                        .isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> x = number(boundary.get(), IPTC, "rbX");
        Optional<Double> y = number(boundary.get(), IPTC, "rbY");
        Optional<Double> width = number(boundary.get(), IPTC, "rbW");
        Optional<Double> height = number(boundary.get(), IPTC, "rbH");
        return x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()
                ? Optional.empty()
                : place(turning, x.get(), y.get(), width.get(), height.get(), name.get());
    }

    /** What reaches beyond the picture is cut; what no face could be is a name without a place. */
    private static Optional<NamedPlace> place(Turning turned, double x, double y, double w, double h, String name) {
        double left = Math.clamp(x, 0, 1);
        double top = Math.clamp(y, 0, 1);
        double width = Math.clamp(x + w, 0, 1) - left;
        double height = Math.clamp(y + h, 0, 1) - top;
        boolean isOne = width > SMALLEST && height > SMALLEST && width * height <= LARGEST;
        return isOne
                ? Optional.of(new NamedPlace(turned.of(new Box(left, top, width, height)), name))
                : Optional.empty();
    }

    private static final double SMALLEST = 0.001;
    private static final double LARGEST = 0.5;

    /** Keywords, captions and titles are not names: nobody said that they were. */
    Stream<String> people() {
        Stream<String> named =
                said.fields(IPTC, "PersonInImage").flatMap(XmpNode::items).map(XmpNode::text);
        Stream<String> detailed = said.fields(IPTC, "PersonInImageWDetails")
                .flatMap(XmpNode::items)
                .flatMap(one -> one.text(IPTC, "PersonName").stream());
        Stream<String> regions = said.fields(MWG, "Regions")
                .flatMap(one -> one.fields(MWG, "RegionList"))
                .flatMap(XmpNode::items)
                .limit(FileWords.MOST)
                .filter(one -> one.text(MWG, "Type").orElse("Face").equalsIgnoreCase("Face"))
                .flatMap(one -> one.text(MWG, "Name").stream());
        Stream<String> microsoft = said.fields(MP, "RegionInfo")
                .flatMap(info -> info.fields(MP_INFO, "Regions"))
                .flatMap(XmpNode::items)
                .limit(FileWords.MOST)
                .flatMap(one -> one.text(MP_REGION, "PersonDisplayName").stream());
        return Stream.of(named, detailed, regions, microsoft)
                .flatMap(some -> some)
                .limit(4L * FileWords.MOST);
    }

    Optional<String> creator() {
        return said.text(DC, "creator");
    }

    Optional<String> credit() {
        return said.text(PHOTOSHOP, "Credit");
    }

    Optional<String> copyright() {
        return said.text(DC, "rights");
    }

    Optional<Spot> spot() {
        Optional<Double> north = said.text(EXIF, "GPSLatitude").flatMap(text -> degrees(text, 'N', 'S'));
        Optional<Double> east = said.text(EXIF, "GPSLongitude").flatMap(text -> degrees(text, 'E', 'W'));
        return north.isPresent() && east.isPresent()
                ? Optional.of(new Spot(north.get(), east.get()))
                : Optional.empty();
    }

    /** {@code 52,22.5N} or {@code 52,22,30N}. */
    private static Optional<Double> degrees(String text, char positive, char negative) {
        char side = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        String[] parts = text.isEmpty()
                ? new String[0]
                : text.substring(0, text.length() - 1).split(",", 4);
        if (side != positive && side != negative || parts.length == 0 || parts.length > 3) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            Optional<Double> part = number(parts[i]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum += part.get() / Math.pow(60, i);
        }
        return sum >= 0 && sum <= 180 ? Optional.of(side == negative ? -sum : sum) : Optional.empty();
    }

    private static Optional<Double> number(XmpNode node, String space, String name) {
        return node.text(space, name).flatMap(XmpWords::number);
    }

    private static Optional<Double> number(String text) {
        try {
            double number = text.length() > 40 ? Double.NaN : Double.parseDouble(text.strip());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
