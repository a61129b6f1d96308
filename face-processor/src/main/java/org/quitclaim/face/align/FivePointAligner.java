package org.quitclaim.face.align;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.detect.FivePointFinder;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.Turned;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.AlignerModel.FivePoints;
import org.quitclaim.face.pack.AlignerModel.Point;

/** Lays a face on a template by its five points. */
final class FivePointAligner implements FaceAligner {

    /** Where no points are seen: the square that most faces fill like the template, as a multiple of the longer side. */
    private static final double UNSEEN = 1.05;

    /** Below it, in radians, a face counts as upright. */
    private static final double LEAST_TILT = Math.toRadians(5);

    private static final int MOST_TURNS = 4;

    /** How much of what surrounds a face is turned with it, as a multiple of its longer side. */
    private static final double SURROUNDINGS = 2.5;

    /** In pixels. */
    private static final int LARGEST_TURNED = 640;

    private final FivePoints model;
    private final int size;
    private final FivePointFinder finder;

    /** @param size the side of the embedder's input */
    FivePointAligner(FivePoints model, int size, int threads) {
        this.model = model;
        this.size = size;
        this.finder = new FivePointFinder(model.finder(), threads);
    }

    @Override
    public AlignedFace alignUpright(UprightImage image, Box box) {
        Turned square = square(image, box);
        UprightImage face = cut(square, image, size);
        return new AlignedFace(face, PixelRegion.whole(face), square.angle());
    }

    /** The points of a tilted face lean towards an upright one: what they leave is seen on the turned picture. */
    private Turned square(UprightImage image, Box box) {
        double width = box.width() * image.width();
        double height = box.height() * image.height();
        double side = SURROUNDINGS * Math.max(width, height);
        Turned best = seen(image, box).orElseGet(() -> around(image, box));
        for (int turn = 1; turn < MOST_TURNS && Math.abs(best.angle()) >= LEAST_TILT; turn++) {
            Turned turned = new Turned(
                    box.x() * image.width() + width / 2, box.y() * image.height() + height / 2, side, best.angle());
            int pixels = (int) Math.clamp(Math.ceil(side), 1, LARGEST_TURNED);
            Box middle = new Box((1 - width / side) / 2, (1 - height / side) / 2, width / side, height / side);
            Optional<Turned> again = seen(cut(turned, image, pixels), middle);
            if (again.isEmpty()) {
                return best;
            }
            best = onPhoto(again.get(), turned, pixels);
            if (Math.abs(again.get().angle()) < LEAST_TILT) {
                return best;
            }
        }
        return best;
    }

    /** A square of the turned picture as one of the photo. */
    private static Turned onPhoto(Turned square, Turned picture, int pixels) {
        double step = picture.side() / pixels;
        double across = (square.centreX() - pixels / 2.0) * step;
        double down = (square.centreY() - pixels / 2.0) * step;
        double cos = Math.cos(picture.angle());
        double sin = Math.sin(picture.angle());
        return new Turned(
                picture.centreX() + across * cos - down * sin,
                picture.centreY() + across * sin + down * cos,
                square.side() * step,
                picture.angle() + square.angle());
    }

    private Optional<Turned> seen(UprightImage image, Box box) {
        return finder.points(image, box)
                .map(FivePointAligner::points)
                .flatMap(points -> Similarity.square(points, model.template()))
                .filter(found -> isNear(found, box, image));
    }

    private static List<Point> points(double[] found) {
        return IntStream.range(0, FivePoints.POINTS)
                .mapToObj(i -> new Point(found[2 * i], found[2 * i + 1]))
                .toList();
    }

    /** Points that would show something else than the face, or a speck of it, are none. */
    private static boolean isNear(Turned square, Box box, UprightImage image) {
        double longer = Math.max(box.width() * image.width(), box.height() * image.height());
        double away = Math.hypot(
                square.centreX() - (box.x() + box.width() / 2) * image.width(),
                square.centreY() - (box.y() + box.height() / 2) * image.height());
        return away < longer && square.side() < 4 * longer && square.side() > longer / 4;
    }

    private static Turned around(UprightImage image, Box box) {
        return new Turned(
                (box.x() + box.width() / 2) * image.width(),
                (box.y() + box.height() / 2) * image.height(),
                UNSEEN * Math.max(box.width() * image.width(), box.height() * image.height()),
                0);
    }

    /** From pixels that were halved until they nearly fit, so that fine patterns do not flicker. */
    private static UprightImage cut(Turned square, UprightImage image, int size) {
        double reach = square.side();
        PixelRegion region = PixelRegion.clipped(
                square.centreX() - reach, square.centreY() - reach, 2 * reach + 1, 2 * reach + 1, image);
        if (region.isEmpty()) {
            return square.of(image, size);
        }
        UprightImage part = image.part(region);
        UprightImage level = Halves.of(part, 1).forScale(size / square.side());
        double shrunk = (double) level.width() / part.width();
        return new Turned(
                        (square.centreX() - region.x()) * shrunk,
                        (square.centreY() - region.y()) * shrunk,
                        square.side() * shrunk,
                        square.angle())
                .of(level, size);
    }

    @Override
    public void close() {
        finder.close();
    }
}
