package org.quitclaim.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.FaceBox;

/** Somebody walked through the picture who never signed anything. */
final class UnregisteredChapter implements Chapter {
    /** How far two pixels of one filled box may differ after JPEG, per colour channel of 0..255. */
    private static final int JPEG_NOISE = 12;

    @Override
    public String title() {
        return "Somebody nobody knows";
    }

    @Override
    public void play(StorySoFar story) {
        Photo crowd = story.photo(Shot.CROWD);
        String passerBy = crowd.faceIdOf(Cast.BYSTANDER);
        story.staff
                .editor()
                .post("/api/photos/" + crowd.id() + "/faces/" + passerBy + "/unregistered")
                .orFail();
        story.stage.say("The editor does not know the passer-by behind the group, and neither does anybody else.");
        story.stage.check(
                Check.D35,
                () -> Finding.same(
                                "RED",
                                PhotoView.of(story.staff.editor(), crowd.id()).colour("INTERNAL"))
                        .and(Verdict.ask(story, Shot.CROWD, "INTERNAL").blockedFor("photo.face-unregistered")));
        Verdict covered = covered(story, crowd, passerBy);
        story.stage.check(Check.D36, covered::cleared);
        story.remember("crowd covered", covered.publication());
        story.stage.check(Check.D37, () -> opaque(story, covered, crowd));
    }

    private static Verdict covered(StorySoFar story, Photo crowd, String passerBy) {
        Reply made = story.staff
                .editor()
                .post("/api/photos/" + crowd.id() + "/renditions", Map.of("cover", List.of(passerBy)))
                .orFail();
        return Verdict.ask(story, crowd.id(), made.text("renditionId"), "INTERNAL", "NL", "general");
    }

    private static Finding opaque(StorySoFar story, Verdict covered, Photo crowd) {
        BufferedImage image = decode(Release.file(story, covered));
        FaceBox box = crowd.faceOf(Cast.BYSTANDER).orElseThrow().box();
        int spread = 0;
        Color first = at(image, box, 0.5, 0.5);
        for (double across = 0.1; across < 0.95; across += 0.1) {
            for (double down = 0.1; down < 0.95; down += 0.1) {
                spread = Math.max(spread, difference(first, at(image, box, across, down)));
            }
        }
        return Finding.that(spread <= JPEG_NOISE, "colours in the covered box differ by " + spread);
    }

    private static Color at(BufferedImage image, FaceBox box, double across, double down) {
        return new Color(image.getRGB((int) ((box.x() + across * box.width()) * image.getWidth()), (int)
                ((box.y() + down * box.height()) * image.getHeight())));
    }

    private static int difference(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }

    private static BufferedImage decode(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (image == null) {
                throw new Unexpected("the released file is no picture");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException("the released file cannot be read", e);
        }
    }
}
