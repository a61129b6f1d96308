package org.quitclaim.drawn;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The command that draws a folder of people and photos with the truth about them.
 *
 * <p>{@code draw DIR [--characters N] [--photos M] [--seed S]} writes {@code DIR/people/<label>/*.jpg}, {@code
 * DIR/photos/*.jpg} and {@code DIR/truth.json}, as {@code ./quitclaim evaluate} and load tests read them.
 */
public final class DrawPeople {
    private static final String USAGE = "usage: draw DIR [--characters N] [--photos M] [--seed S]";

    private DrawPeople() {}

    /** Runs the command; the exit code is 0, or 2 when the arguments make no sense. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) throws IOException {
        if (args.length < 2 || args.length % 2 != 0 || !args[0].equals("draw")) {
            out.println(USAGE);
            return 2;
        }
        int characters = 20;
        int photos = 10;
        long seed = 1;
        try {
            for (int i = 2; i < args.length; i += 2) {
                switch (args[i]) {
                    case "--characters" -> characters = positive(args[i], args[i + 1]);
                    case "--photos" -> photos = positive(args[i], args[i + 1]);
                    case "--seed" -> seed = number(args[i], args[i + 1]);
                    default -> throw new IllegalArgumentException("unknown option " + args[i]);
                }
            }
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return 2;
        }
        new DrawnFolder(Path.of(args[1]), characters, photos, seed).write(out);
        return 0;
    }

    private static int positive(String option, String text) {
        long number = number(option, text);
        if (number < 1 || number > 1_000_000) {
            throw new IllegalArgumentException(option + " takes a number from 1 to 1000000, not " + text);
        }
        return (int) number;
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes a whole number, not " + text);
        }
    }
}
