package org.quitclaim.drawn;

import java.awt.Color;
import java.awt.Shape;
import java.util.Random;

/** Paints hair that follows the head: the part behind it, and the part in front. */
final class HairBrush {
    private final Sitting sitting;
    private final Head head;
    private final Hair hair;
    private final HairShapes shapes;

    HairBrush(Sitting sitting) {
        this.sitting = sitting;
        this.head = sitting.character().head();
        this.hair = sitting.character().hair();
        this.shapes = new HairShapes(sitting);
    }

    /** What lies behind neck and ears. */
    void behind(Paper paper) {
        switch (hair.style()) {
            case LONG_STRAIGHT, LONG_WAVY -> lockOn(paper, shapes.longBack(), 230, 0.35);
            case FRINGE_BOB -> lockOn(paper, shapes.bobBack(), head.chinY() * 0.8, 0.35);
            case BUN -> bun(paper);
            case CURLS -> curls(paper, 150, 0.3);
            case CROPPED, SIDE_PARTED, SWEPT_BACK, RECEDED, TOUSLED, HIJAB -> {}
        }
    }

    /** What frames the face. */
    void inFront(Paper paper) {
        switch (hair.style()) {
            case CROPPED -> cropped(paper);
            case RECEDED -> receded(paper);
            case SIDE_PARTED -> lockOn(paper, shapes.sideParted(), 10, 0);
            case SWEPT_BACK -> lockOn(paper, shapes.sweptBack(), 0, 0);
            case TOUSLED -> lockOn(paper, shapes.tousled(), 0, 0);
            case FRINGE_BOB -> lockOn(paper, shapes.fringe(), head.chinY() * 0.8, 0);
            case LONG_STRAIGHT, LONG_WAVY -> lockOn(paper, shapes.curtains(), 240, 0);
            case BUN -> lockOn(paper, shapes.pulledBack(), -30, 0);
            case CURLS -> {
                lockOn(paper, shapes.sweptBack(), 0, 0);
                curlsInFront(paper);
            }
            case HIJAB -> {}
        }
    }

    private void lockOn(Paper paper, Shape shape, double reach, double shadow) {
        Paper sheet = paper.sheet();
        Color base = Tone.darker(hair.color(), shadow);
        sheet.fill(shape, base);
        if (shadow == 0) {
            sheet.softLine(shape, 3.5, base, 0.5);
            paper.onlyInside().softLine(shape, 16, sitting.character().skin().line(), 0.3);
            paper.everywhere();
        }
        sheet.onlyInside();
        strands(sheet, base, reach);
        paper.lay(sheet);
    }

    private void strands(Paper sheet, Color base, double reach) {
        Random random = new Random(sitting.character().seed());
        double top = -head.crown() - hair.volume();
        double part = hair.parting() * head.halfWidth() * 0.45;
        double wave = hair.style() == Hair.Style.LONG_WAVY ? 16 : 3;
        Color dark = Tone.darker(base, 0.45);
        Color bright = Tone.lighter(base, 0.28);
        for (int i = 0; i < 110; i++) {
            double u = random.nextDouble() * 2 - 1;
            double out = u * (head.halfWidth() + hair.volume() + 4);
            double end = reach + random.nextGaussian() * 18;
            double sway = random.nextGaussian() * wave;
            Shape strand = sitting.outline()
                    .move(part + u * 16, top + 2)
                    .cubic(part + out * 0.75, top + 8, out * 1.05, top + 55, out + sway * 0.3, -20)
                    .cubic(out * 1.02 + sway, end * 0.4, out * 1.03 - sway, end * 0.7, out * 0.98 + sway, end)
                    .open();
            boolean lit = random.nextDouble() < 0.45 + 0.25 * sitting.light().side() * u;
            sheet.line(strand, 1 + random.nextDouble() * 2.6, lit ? bright : dark, 0.10 + random.nextDouble() * 0.16);
        }
        double gleam = sitting.light().side() * head.halfWidth() * 0.55;
        var at = sitting.facing().onOutline(gleam, top + 32);
        sheet.spot(at.x, at.y, 62, 24, Tone.lighter(base, 0.55), 0.34);
        sheet.softLine(sitting.skull(hair.volume() + 2), 14, dark, 0.25);
    }

    private void cropped(Paper paper) {
        Paper sheet = paper.sheet();
        sheet.fill(shapes.cap(), hair.color(), 0.93);
        sheet.softLine(shapes.cap(), 7, hair.color(), 0.5);
        sheet.onlyInside();
        speckle(sheet, 420);
        var at = sitting.facing().onOutline(sitting.light().side() * 40, -head.crown() + 22);
        sheet.spot(at.x, at.y, 55, 24, Tone.lighter(hair.color(), 0.5), 0.3);
        paper.lay(sheet);
    }

    private void speckle(Paper sheet, int count) {
        Random random = new Random(sitting.character().seed() + 5);
        for (int i = 0; i < count; i++) {
            double x = (random.nextDouble() * 2 - 1) * (head.halfWidth() + 6);
            double y = 20 - random.nextDouble() * (head.crown() + 26);
            Shape dot = sitting.outline().move(x, y).line(x * 1.02, y - 3).open();
            Color tone = random.nextBoolean() ? Tone.lighter(hair.color(), 0.3) : Tone.darker(hair.color(), 0.5);
            sheet.line(dot, 1.2, tone, 0.35);
        }
    }

    private void receded(Paper paper) {
        for (int side = -1; side <= 1; side += 2) {
            Paper sheet = paper.sheet();
            sheet.softFill(shapes.wreath(side), 3, hair.color(), 0.9);
            sheet.onlyInside();
            strands(sheet, hair.color(), 30);
            paper.lay(sheet);
        }
    }

    private void bun(Paper paper) {
        Paper sheet = paper.sheet();
        var at = sitting.facing().onOutline(0, -head.crown() - 26);
        sheet.ellipse(at.x, at.y, 42, 38, Tone.darker(hair.color(), 0.12));
        sheet.onlyInside();
        for (int i = 0; i < 9; i++) {
            Shape twist = Contour.still()
                    .move(at.x - 42, at.y + 30 - i * 9)
                    .quad(at.x, at.y - 32 + i * 3, at.x + 42, at.y + 26 - i * 8)
                    .open();
            sheet.softLine(
                    twist, 5, i % 2 == 0 ? Tone.lighter(hair.color(), 0.25) : Tone.darker(hair.color(), 0.4), 0.4);
        }
        paper.lay(sheet);
    }

    private void curls(Paper paper, int count, double shadow) {
        Random random = new Random(sitting.character().seed());
        double span = head.halfWidth() + hair.volume();
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * (-0.12 + 1.24 * random.nextDouble());
            double r = 0.55 + 0.45 * Math.sqrt(random.nextDouble());
            double x = Math.cos(angle) * span * r;
            double y = -20
                    - Math.sin(angle) * (head.crown() + hair.volume() - 20) * r
                    + (1 - Math.abs(Math.sin(angle))) * 40;
            curl(paper, random, x, y, shadow);
        }
    }

    private void curlsInFront(Paper paper) {
        Random random = new Random(sitting.character().seed() + 1);
        for (int i = 0; i < 130; i++) {
            double angle = Math.PI * (-0.04 + 1.08 * random.nextDouble());
            double inner = hair.hairline() + 6;
            double y = -Math.sin(angle) * (inner + random.nextDouble() * (head.crown() + hair.volume() - inner));
            double x = Math.cos(angle) * (head.halfWidth() + 4 + random.nextDouble() * hair.volume());
            curl(paper, random, x, y, random.nextDouble() * 0.2);
        }
    }

    private void curl(Paper paper, Random random, double x, double y, double shadow) {
        var at = sitting.facing().onOutline(x, y);
        double r = 9 + random.nextDouble() * 8;
        Color base = Tone.darker(hair.color(), shadow);
        paper.ellipse(at.x, at.y, r, r, Tone.alpha(base, 0.92));
        for (int ring = 1; ring <= 2; ring++) {
            double q = r * (1 - ring * 0.27);
            Shape arc = new java.awt.geom.Arc2D.Double(
                    at.x - q, at.y - q, 2 * q, 2 * q, random.nextInt(360), 150, java.awt.geom.Arc2D.OPEN);
            paper.line(arc, 1.8, random.nextBoolean() ? Tone.lighter(base, 0.32) : Tone.darker(base, 0.5), 0.55);
        }
    }
}
