package org.quitclaim.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CastTest {

    @Test
    void everyRoleHasALabelAndAFaceOfItsOwn() {
        List<DrawnCharacter> all =
                java.util.Arrays.stream(Cast.values()).map(Cast::character).toList();
        assertThat(all).extracting(DrawnCharacter::label).doesNotHaveDuplicates();
        assertThat(all).extracting(DrawnCharacter::head).doesNotHaveDuplicates();
        assertThat(all).extracting(DrawnCharacter::eyes).doesNotHaveDuplicates();
        assertThat(Cast.members()).hasSizeGreaterThanOrEqualTo(10).doesNotContain(Cast.BYSTANDER, Cast.STATUE);
    }

    @Test
    void theCastIsMixed() {
        List<DrawnCharacter> cast = Cast.members().stream().map(Cast::character).toList();
        assertThat(cast).extracting(DrawnCharacter::skin).containsAll(Palette.SKINS);
        assertThat(cast).extracting(c -> c.hair().style()).contains(Hair.Style.HIJAB, Hair.Style.RECEDED);
        assertThat(cast).extracting(c -> c.look().glasses()).contains(Look.Glasses.ROUND, Look.Glasses.SQUARE);
        assertThat(cast).extracting(c -> c.look().beard()).contains(Look.Beard.FULL, Look.Beard.MOUSTACHE);
        assertThat(cast).extracting(c -> c.clothes().kind()).contains(Clothes.Kind.SCRUBS, Clothes.Kind.GOWN);
        assertThat(cast).extracting(c -> c.look().age()).contains(0.0).anyMatch(age -> age > 0.8);
    }

    @Test
    void theStatueIsKnownToBeNoPerson() {
        List<DrawnFace> faces = ScenePainter.truth(Scenes.statue(Cast.NURSE.character()));
        assertThat(faces)
                .extracting(DrawnFace::kind)
                .containsExactlyInAnyOrder(DrawnFace.Kind.STATUE, DrawnFace.Kind.PERSON);
    }

    @Test
    void theBystanderStandsInTheCrowdOnce() {
        List<DrawnFace> faces = ScenePainter.truth(Scenes.composed().getLast());
        assertThat(Collections.frequency(
                        faces.stream().map(f -> f.character().label()).toList(), "bystander"))
                .isEqualTo(1);
    }

    @Test
    void aDetectedBoxLeadsToTheFaceItOverlaps() {
        DrawnPhoto photo = ScenePainter.draw(Scenes.statue(Cast.NURSE.character()));
        FaceBox nurse = photo.faceOf(Cast.NURSE.character()).orElseThrow().box();
        FaceBox found = new FaceBox(nurse.x() + 0.01, nurse.y() - 0.01, nurse.width(), nurse.height());
        assertThat(photo.faceAt(found).map(f -> f.character().label())).contains("nurse");
        assertThat(photo.faceAt(new FaceBox(0.01, 0.9, 0.05, 0.05))).isEqualTo(Optional.empty());
    }

    @Test
    void aGroupOfSevenIsRefused() {
        List<DrawnCharacter> seven = Collections.nCopies(7, Cast.NURSE.character());
        assertThatThrownBy(() -> Scenes.group(800, 600, Backdrop.PARK, Light.WINDOW, 1, seven))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
