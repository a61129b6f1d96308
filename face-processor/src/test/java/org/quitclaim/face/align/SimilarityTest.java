package org.quitclaim.face.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quitclaim.face.image.Turned;
import org.quitclaim.face.pack.AlignerModel.Point;

class SimilarityTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final List<Point> TEMPLATE = List.of(
            new Point(0.34, 0.46),
            new Point(0.66, 0.46),
            new Point(0.5, 0.64),
            new Point(0.37, 0.82),
            new Point(0.63, 0.82));

    @Test
    void points_that_lie_like_the_template_give_the_square_itself() {
        Turned square = Similarity.square(on(200, 100, 50, 0), TEMPLATE).orElseThrow();

        assertThat(square.side()).isCloseTo(50, EXACTLY);
        assertThat(square.angle()).isCloseTo(0, EXACTLY);
        assertThat(square.centreX()).isCloseTo(200, EXACTLY);
        assertThat(square.centreY()).isCloseTo(100, EXACTLY);
    }

    @Test
    void a_face_that_is_turned_is_turned_back() {
        for (double angle : new double[] {-2.5, -0.5, 0.3, 1.5}) {
            Turned square = Similarity.square(on(200, 100, 50, angle), TEMPLATE).orElseThrow();

            assertThat(square.side()).isCloseTo(50, EXACTLY);
            assertThat(square.angle()).isCloseTo(angle, EXACTLY);
            assertThat(square.centreX()).isCloseTo(200, EXACTLY);
            assertThat(square.centreY()).isCloseTo(100, EXACTLY);
        }
    }

    @Test
    void points_on_one_spot_give_no_square() {
        assertThat(Similarity.square(Collections.nCopies(5, new Point(3, 4)), TEMPLATE))
                .isEmpty();
    }

    /** The template in a square around that centre, turned as an image row goes to the right and down by the angle. */
    private static List<Point> on(double x, double y, double side, double angle) {
        return TEMPLATE.stream()
                .map(point -> {
                    double across = (point.x() - 0.5) * side;
                    double down = (point.y() - 0.5) * side;
                    return new Point(
                            x + across * Math.cos(angle) - down * Math.sin(angle),
                            y + across * Math.sin(angle) + down * Math.cos(angle));
                })
                .toList();
    }
}
