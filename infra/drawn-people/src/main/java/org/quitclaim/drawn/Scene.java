package org.quitclaim.drawn;

import java.util.List;

/**
 * What is to be drawn: a place, a light, and figures from the back to the front.
 *
 * @param width pixels
 * @param height pixels
 * @param seed decides the details of the place and the grain of the picture
 */
public record Scene(int width, int height, Backdrop backdrop, Light light, List<Figure> figures, long seed) {

    public Scene {
        if (width < 64 || height < 64 || width > 8000 || height > 8000) {
            throw new IllegalArgumentException("a scene measures 64 to 8000 pixels a side");
        }
        figures = List.copyOf(figures);
    }
}
