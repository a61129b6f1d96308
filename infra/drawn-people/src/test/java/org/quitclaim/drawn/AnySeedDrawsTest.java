package org.quitclaim.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AnySeedDrawsTest {

    @Property(tries = 60)
    void everyCharacterIsDrawnAtTheStatedSizeWithItsFaceInside(
            @ForAll long seed,
            @ForAll Backdrop place,
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = -12, max = 12) double yaw,
            @ForAll @DoubleRange(min = -12, max = 12) double tilt)
            throws IOException {
        Figure figure =
                Figure.person(CharacterGenerator.character(seed), 120, 130, 0.5, new Pose(yaw, 0, tilt), expression);
        DrawnPhoto photo = ScenePainter.draw(new Scene(240, 300, place, Light.WINDOW, List.of(figure), seed));
        var decoded = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(decoded.getWidth()).isEqualTo(240);
        assertThat(decoded.getHeight()).isEqualTo(300);
        assertInside(photo.faces().getFirst().box());
        assertThat(photo.faces().getFirst().box().contains(0.5, 130.0 / 300)).isTrue();
    }

    @Property(tries = 60)
    void groupsKeepTheirFacesInsideAndApart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
        List<DrawnCharacter> people = LongStream.range(0, size)
                .mapToObj(i -> CharacterGenerator.character(seed + i))
                .toList();
        Scene scene = Scenes.group(1920, 1280, Backdrop.STUDIO, Light.WINDOW, seed, people);
        List<DrawnFace> faces = ScenePainter.truth(scene);
        assertThat(faces).hasSize(size);
        for (DrawnFace face : faces) {
            assertInside(face.box());
            assertThat(faces)
                    .filteredOn(other -> other != face)
                    .allSatisfy(other -> assertThat(face.box().iou(other.box())).isLessThan(0.02));
        }
    }

    private static void assertInside(FaceBox box) {
        assertThat(box.x()).isBetween(0.0, 1.0);
        assertThat(box.y()).isBetween(0.0, 1.0);
        assertThat(box.x() + box.width()).isBetween(0.0, 1.0);
        assertThat(box.y() + box.height()).isBetween(0.0, 1.0);
        assertThat(box.width()).isGreaterThan(0.02);
        assertThat(box.height()).isGreaterThan(0.02);
    }
}
