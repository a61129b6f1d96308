package org.quitclaim.drawn;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws scenes.
 *
 * <p><b>Guarantees</b>: the same scene gives the same pixels on the same JDK.
 *
 * <p><b>Thread-safety</b>: stateless.
 */
public final class ScenePainter {
    private ScenePainter() {}

    /** The picture as a JPEG with the truth about the faces on it. */
    public static DrawnPhoto draw(Scene scene) {
        byte[] jpeg = Jpeg.encode(paint(scene));
        return new DrawnPhoto(jpeg, scene.width(), scene.height(), truth(scene));
    }

    /** Who will be where, without drawing. */
    public static List<DrawnFace> truth(Scene scene) {
        return scene.figures().stream().map(figure -> truth(figure, scene)).toList();
    }

    private static DrawnFace truth(Figure figure, Scene scene) {
        FaceBox box = new PersonPainter(figure, scene.light()).box(scene.width(), scene.height());
        return new DrawnFace(figure.character(), box, figure.kind());
    }

    /** The picture before it becomes a JPEG; RGB. */
    public static BufferedImage paint(Scene scene) {
        BufferedImage picture = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(Surroundings.of(scene), 0, 0, scene.width(), scene.height(), null);
        for (Figure figure : scene.figures()) {
            new PersonPainter(figure, scene.light()).paint(graphics, scene.width(), scene.height());
        }
        graphics.dispose();
        Film.develop(picture, scene.light(), scene.seed());
        return picture;
    }
}
