package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.pack.PackFolder;

/**
 * {@code ./quitclaim evaluate DIR [--report FILE]}: measures accuracy on test people who agreed, outside the application.
 *
 * <p><b>Guarantees</b>: everything stays in memory; nothing but the report, when asked for, is written; vectors are
 * overwritten.
 *
 * <p><b>Errors</b>: exit code 2 for a folder that cannot be used, 1 for one that cannot be read, 0 otherwise, whatever
 * the accuracy.
 */
public final class EvaluateCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private EvaluateCommand() {}

    public static int run(Path folder, @Nullable Path report, PrintStream out) {
        EvaluationFolder evaluated = new EvaluationFolder(folder);
        if (!evaluated.isUsable()) {
            out.println("Give a folder that holds people/<label>/*.jpg and photos/*.jpg: " + folder);
            return UNUSABLE;
        }
        try (Evaluation evaluation = new Evaluation(PackFolder.configured().read(), out)) {
            byte[] json = EvaluationReport.toJson(evaluation.of(evaluated));
            if (report != null) {
                Files.write(report, json);
                out.println("report: " + report);
            }
            return DONE;
        } catch (IOException e) {
            out.println("The evaluation stopped: " + e.getMessage());
            return FAILED;
        }
    }

    /** For the launcher: {@code DIR [--report FILE]}. */
    public static void main(String[] arguments) {
        boolean hasReport = arguments.length == 3 && arguments[1].equals("--report");
        if (arguments.length != 1 && !hasReport) {
            System.out.println("usage: evaluate DIR [--report FILE]");
            System.exit(UNUSABLE);
        }
        System.exit(run(Path.of(arguments[0]), hasReport ? Path.of(arguments[2]) : null, System.out));
    }
}
