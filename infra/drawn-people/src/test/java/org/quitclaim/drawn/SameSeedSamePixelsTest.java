package org.quitclaim.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameSeedSamePixelsTest {

    @Test
    void oneSeedGivesOneCharacter() {
        assertThat(CharacterGenerator.character(42)).isEqualTo(CharacterGenerator.character(42));
        assertThat(CharacterGenerator.character(42)).isNotEqualTo(CharacterGenerator.character(43));
    }

    @Test
    void oneSceneGivesTheSamePixelsTwice() {
        assertThat(pixels(ScenePainter.paint(group(5)))).isEqualTo(pixels(ScenePainter.paint(group(5))));
    }

    @Test
    void anotherSeedGivesAnotherPicture() {
        assertThat(pixels(ScenePainter.paint(group(5)))).isNotEqualTo(pixels(ScenePainter.paint(group(6))));
    }

    private static Scene group(long seed) {
        List<DrawnCharacter> people = List.of(
                CharacterGenerator.character(seed),
                CharacterGenerator.character(seed + 1),
                CharacterGenerator.character(seed + 2));
        return Scenes.group(640, 420, Backdrop.PARK, Light.WINDOW, seed, people);
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
