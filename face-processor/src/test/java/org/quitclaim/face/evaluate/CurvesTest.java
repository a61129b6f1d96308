package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.pack.MatchLimits;
import org.quitclaim.face.pack.MeasuredLimits;
import org.quitclaim.face.pack.SecondPerson;

class CurvesTest {

    private static final int PEOPLE = 30;
    private static final MeasuredPack PACK = new MeasuredPack(
            "own",
            "3",
            "own/3/0123456789",
            "ab12",
            "MIT & others",
            "here",
            "=photos <of> \"people\" who agreed, and of nobody else, and so on at great length in words that no line"
                    + " of a picture holds, wherever it ends",
            "");
    private static final float APART = 0.8f;

    private final MatchRule rule = new MatchRule(
            new MatchLimits(0.5, 0.4, 0.3, 0.9, SecondPerson.IGNORED, MeasuredLimits.NONE), MatchRule.USUAL_RATE);

    /** A photo that is {@code own} away from one person and far from all others. */
    private static Encounter photo(String group, int person, boolean isStranger, float own) {
        float[] row = new float[PEOPLE];
        java.util.Arrays.fill(row, APART);
        row[person] = own;
        return new Encounter(group, isStranger ? List.of() : List.of(person), isStranger ? person : -1, List.of(row));
    }

    private static List<Encounter> encounters() {
        List<Encounter> photos = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            photos.add(photo(person % 2 == 0 ? "a<b" : "=c\"d", person, false, 0.1f + person / 100f));
        }
        for (int person = 10; person < PEOPLE; person++) {
            photos.add(photo("", person, true, 0));
        }
        return photos;
    }

    private List<Curve> curves() {
        return new Curves(encounters(), rule).all();
    }

    @Test
    @Requirement("R81")
    void galleriesAreDrawnUpToTwoThirdsOfThePeople() {
        assertThat(curves().stream().map(Curve::people).distinct()).containsExactly(1, 2, 5, 10, 20);
    }

    @Test
    @Requirement("R81")
    void everybodyIsRecognisedWhereStrangersAreFarAway() {
        assertThat(curves()).allSatisfy(curve -> {
            assertThat(curve.at(0.01).misses().share()).isZero();
            assertThat(curve.at(0.01).falsePositives().share()).isZero();
        });
    }

    @Test
    void aStrangerNeverMeetsHimself() {
        assertThat(curves().stream().filter(curve -> curve.group().equals(Curves.EVERYBODY)))
                .allSatisfy(curve -> assertThat(curve.strangers()[0]).isGreaterThan(0));
    }

    @Test
    @Requirement("R82")
    void theLimitOfARateNamesNoMoreStrangersThanStatedAndItsIntervalCountsPhotos() {
        double[] strangers = new double[100];
        for (int i = 0; i < strangers.length; i++) {
            strangers[i] = i;
        }
        Curve.Point point = new Curve(1, Curves.EVERYBODY, 1, new double[] {1.5, 2.5, 99}, strangers, 3, 50).at(0.02);
        assertThat(point.score()).isEqualTo(2);
        assertThat(point.falsePositives()).isEqualTo(new Share(1, 50));
        assertThat(point.misses()).isEqualTo(new Share(2, 3));
    }

    @Test
    @Requirement("R82")
    void thePictureIsWellFormedWhateverAGroupIsCalledAndTheTableHoldsNoFormula() throws Exception {
        byte[] svg = CurvePicture.svg(PACK, curves());
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(new String(svg, StandardCharsets.UTF_8)).contains("a&lt;b", "stroke-dasharray", "20 people");
        assertThat(new String(CurveTable.csv(PACK, curves()), StandardCharsets.UTF_8))
                .contains("\n20,\"everybody\",20,", ",\"'=c\"\"d\",");
    }

    @Test
    @Requirement("R82")
    void tableAndPictureSayOfWhichPackTheyAreAndOnWhatItWasTrained() {
        assertThat(new String(CurveTable.csv(PACK, curves()), StandardCharsets.UTF_8).lines())
                .first(STRING)
                .endsWith(",pack,version,sha256,licence,trainingData");
        assertThat(new String(CurveTable.csv(PACK, curves()), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .contains(",\"own\",\"3\",ab12,\"MIT & others\",\"'=photos <of> \"\"people\"\""));
        assertThat(new String(CurvePicture.svg(PACK, curves()), StandardCharsets.UTF_8))
                .contains("own, version 3", "ab12", "MIT &amp; others", "photos &lt;of&gt;", "wherever it ends");
    }
}
