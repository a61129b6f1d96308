package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.pack.PackUnusable;

/**
 * {@code ./quitclaim evaluate DIR [--report FILE]}: measures accuracy on test people who agreed, outside the application.
 *
 * <p><b>Guarantees</b>: everything stays in memory; nothing but the report, when asked for, is written; vectors are
 * overwritten.
 *
 * <p><b>Errors</b>: exit code 2 for a folder that cannot be used or a report that cannot be written, 1 for a folder that cannot be
 * read, 0 otherwise, whatever
 * the accuracy.
 */
public final class EvaluateCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private EvaluateCommand() {}

    /**
     * @param out the result, of which the last lines are the counts
     * @param err how far it is, while it works
     */
    public static int run(Path folder, @Nullable Path report, PrintStream out, PrintStream err) {
        EvaluationFolder evaluated = new EvaluationFolder(folder, out);
        if (!evaluated.isUsable()) {
            out.println("Give a folder that holds people/<label>/*.jpg and photos/*.jpg: " + folder);
            return UNUSABLE;
        }
        return report == null ? run(evaluated, out, err) : run(evaluated, new ReportFile(report), out, err);
    }

    private static int run(EvaluationFolder folder, PrintStream out, PrintStream err) {
        try {
            evaluate(folder, out, err);
            return DONE;
        } catch (PackUnusable e) {
            out.println("The evaluation stopped: " + e.getMessage() + " [" + e.code() + "]");
            return FAILED;
        } catch (IOException e) {
            return stopped(e, out);
        }
    }

    private static int run(EvaluationFolder folder, ReportFile report, PrintStream out, PrintStream err) {
        try {
            report.prepare();
        } catch (IOException e) {
            out.println("The report cannot be written to " + report.path() + " (" + FileTrouble.of(e)
                    + "). Nothing was measured; give another file with --report.");
            return UNUSABLE;
        }
        try {
            report.write(EvaluationReport.toJson(evaluate(folder, out, err)));
            out.println("report: " + report.path());
            return DONE;
        } catch (IOException e) {
            return stopped(e, out);
        }
    }

    private static List<JudgedPhoto> evaluate(EvaluationFolder folder, PrintStream out, PrintStream err)
            throws IOException {
        Progress progress = new Progress(err, System::nanoTime);
        try (Evaluation evaluation = new Evaluation(PackFolder.configured().read(), out, progress)) {
            return evaluation.of(folder);
        }
    }

    private static int stopped(IOException failure, PrintStream out) {
        String file = failure instanceof FileSystemException at ? " at " + at.getFile() : "";
        out.println("The evaluation stopped" + file + ": " + FileTrouble.of(failure));
        return FAILED;
    }

    /** For the launcher: {@code DIR [--report FILE]}. */
    public static void main(String[] arguments) {
        boolean hasReport = arguments.length == 3 && arguments[1].equals("--report");
        if (arguments.length != 1 && !hasReport) {
            System.out.println("usage: evaluate DIR [--report FILE]");
            System.exit(UNUSABLE);
        }
        System.exit(run(Path.of(arguments[0]), hasReport ? Path.of(arguments[2]) : null, System.out, System.err));
    }
}
