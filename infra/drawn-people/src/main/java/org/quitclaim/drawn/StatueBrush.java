package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Rectangle2D;

/** Turns a character into a bust of grey stone on a plinth. */
final class StatueBrush {
    private static final Color LIT = new Color(0xd8d5cd);
    private static final Color DIM = new Color(0x6f6d68);
    private final double base;

    StatueBrush(Sitting sitting) {
        this.base = sitting.character().head().chinY() + 28;
    }

    /** The same features, cut in stone. */
    static Figure carved(Figure figure) {
        DrawnCharacter c = figure.character();
        Color stone = Palette.MARBLE.base();
        Look look = new Look(0.3, c.look().beard(), Look.Glasses.NONE, false, false);
        Brows brows =
                new Brows(c.brows().thickness(), c.brows().height(), c.brows().arch(), DIM);
        Mouth mouth = new Mouth(
                c.mouth().y(),
                c.mouth().halfWidth(),
                c.mouth().upper(),
                c.mouth().lower(),
                new Color(0x8f8d87));
        Hair hair = new Hair(
                c.hair().style(),
                Tone.darker(stone, 0.18),
                c.hair().hairline(),
                c.hair().volume(),
                c.hair().parting());
        DrawnCharacter carved = new DrawnCharacter(
                c.label(),
                c.seed(),
                c.head(),
                Palette.MARBLE,
                c.eyes(),
                brows,
                c.nose(),
                mouth,
                hair,
                look,
                new Clothes(Clothes.Kind.TEE, Tone.lighter(stone, 0.08), stone));
        return new Figure(
                carved, figure.x(), figure.y(), figure.scale(), figure.pose(), figure.expression(), figure.kind());
    }

    void plinth(Paper paper) {
        block(paper, 62, base + 120, 70);
        block(paper, 92, base + 182, 26);
        block(paper, 82, base + 208, 600);
    }

    private static void block(Paper paper, double half, double y, double height) {
        paper.fill(
                new Rectangle2D.Double(-half, y, 2 * half, height),
                new LinearGradientPaint((float) -half, 0, (float) half, 0, new float[] {0, 0.35f, 1}, new Color[] {
                    Tone.darker(LIT, 0.12), LIT, DIM
                }));
        paper.fill(new Rectangle2D.Double(-half, y, 2 * half, 4), Tone.alpha(Color.WHITE, 0.35));
    }
}
