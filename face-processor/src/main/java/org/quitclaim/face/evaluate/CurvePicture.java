package org.quitclaim.face.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The curves as a picture: false positives across, misses upwards, both on a logarithmic scale; everybody drawn through, the
 * groups of the largest gallery dashed; below it, which model pack was measured.
 *
 * <p><b>Shape</b>: SVG, without script or anything from elsewhere.
 */
final class CurvePicture {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 520;
    private static final int LINE = 18;
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 40;
    private static final int BOTTOM = 450;
    private static final double LOWEST = 0.001;
    private static final double HIGHEST = 1;
    private static final List<Double> TICKS = List.of(0.001, 0.01, 0.1, 1.0);
    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#c2571a", "#2f7d32", "#8e3b9a", "#a8841b", "#7a2020", "#1b8c8c", "#555555", "#d0489c");

    private final StringBuilder svg = new StringBuilder();

    private CurvePicture() {}

    static byte[] svg(MeasuredPack pack, List<Curve> curves) {
        return new CurvePicture().draw(pack, curves).getBytes(StandardCharsets.UTF_8);
    }

    private String draw(MeasuredPack pack, List<Curve> curves) {
        List<String> caption = pack.caption();
        int height = HEIGHT + LINE * caption.size();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\" role=\"img\" aria-label=\"Misses at false positives, by gallery size and"
                        + " group\">%n",
                WIDTH, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, height);
        TICKS.forEach(this::tick);
        text((LEFT + RIGHT) / 2, HEIGHT - 20, "middle", "photos of strangers on which somebody is named (FPIR)");
        text(LEFT, TOP - 15, "start", "enrolled people who are not named (FNIR)");
        for (int line = 0; line < caption.size(); line++) {
            text(LEFT, HEIGHT + LINE * line, "start", caption.get(line));
        }
        int largest = curves.stream().mapToInt(Curve::people).max().orElse(0);
        int line = 0;
        for (Curve curve : curves) {
            boolean isGroup = !curve.group().equals(Curves.EVERYBODY);
            if (!isGroup || curve.people() == largest) {
                curve(curve, isGroup, line++);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(Curve curve, boolean isGroup, int line) {
        String colour = COLOURS.get(line % COLOURS.size());
        String dashes = isGroup ? " stroke-dasharray=\"6 4\"" : "";
        StringBuilder points = new StringBuilder();
        for (double rate : Curve.RATES) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    x(rate),
                    y(curve.at(rate).misses().share())));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                points.toString().strip(), colour, dashes);
        int y = TOP + 20 * line;
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                RIGHT + 15, y, RIGHT + 45, y, colour, dashes);
        text(RIGHT + 52, y + 4, "start", curve.people() + " people" + (isGroup ? ", " + curve.group() : ""));
    }

    private void tick(double share) {
        String label = String.format(Locale.ROOT, "%s %%", share * 100 < 1 ? "0.1" : Math.round(share * 100));
        add("<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#ccc\"/>%n", x(share), TOP, x(share), BOTTOM);
        add("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ccc\"/>%n", LEFT, y(share), RIGHT, y(share));
        text((int) x(share), BOTTOM + 20, "middle", label);
        text(LEFT - 8, (int) y(share) + 4, "end", label);
    }

    private void text(int x, int y, String anchor, String words) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped(words));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static double x(double share) {
        return LEFT + (RIGHT - LEFT) * along(share);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * along(share);
    }

    private static double along(double share) {
        double within = Math.clamp(share, LOWEST, HIGHEST);
        return Math.log(within / LOWEST) / Math.log(HIGHEST / LOWEST);
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values));
    }
}
