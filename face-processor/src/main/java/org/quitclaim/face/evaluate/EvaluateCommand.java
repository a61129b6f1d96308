package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.pack.PackUnusable;

/**
 * {@code ./quitclaim evaluate DIR [--report FILE] [--false-positive-rate R]}: measures accuracy on test people who agreed, outside the application.
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
    public static int run(Asked asked, PrintStream out, PrintStream err) {
        EvaluationFolder evaluated = new EvaluationFolder(asked.folder(), out);
        if (!evaluated.isUsable()) {
            out.println("Give a folder that holds people/<label>/*.jpg and photos/*.jpg: " + asked.folder());
            return UNUSABLE;
        }
        try {
            if (InstallationsOwn.holds(asked.folder())) {
                out.println("These are an installation's own photos or people. Whoever gave them did not agree to a"
                        + " measurement: evaluate wants photos of people who did, in a folder of their own.");
                return UNUSABLE;
            }
            ModelPack pack = PackFolder.configured().read();
            if (!MatchRule.serves(pack.limits(), asked.falsePositiveRate())) {
                out.println("The model pack was measured for false-positive rates like 0.01, not for what"
                        + " --false-positive-rate says.");
                return UNUSABLE;
            }
            MatchRule rule = new MatchRule(pack.limits(), asked.falsePositiveRate());
            return asked.report() == null
                    ? run(pack, rule, evaluated, out, err)
                    : run(pack, rule, evaluated, new ReportFile(asked.report()), out, err);
        } catch (PackUnusable e) {
            out.println("The evaluation stopped: " + e.getMessage() + " [" + e.code() + "]");
            return FAILED;
        } catch (IOException e) {
            return stopped(e, out);
        }
    }

    private static int run(ModelPack pack, MatchRule rule, EvaluationFolder folder, PrintStream out, PrintStream err) {
        try {
            evaluate(pack, rule, folder, out, err);
            return DONE;
        } catch (IOException e) {
            return stopped(e, out);
        }
    }

    private static int run(
            ModelPack pack,
            MatchRule rule,
            EvaluationFolder folder,
            ReportFile report,
            PrintStream out,
            PrintStream err) {
        try {
            report.prepare();
        } catch (IOException e) {
            out.println("The report cannot be written to " + report.path() + " (" + FileTrouble.of(e)
                    + "). Nothing was measured; give another file with --report.");
            return UNUSABLE;
        }
        try {
            report.write(evaluate(pack, rule, folder, out, err));
            out.println("report: " + report.path() + ", " + report.beside("csv") + ", " + report.beside("svg"));
            return DONE;
        } catch (IOException e) {
            return stopped(e, out);
        }
    }

    private static Measured evaluate(
            ModelPack pack, MatchRule rule, EvaluationFolder folder, PrintStream out, PrintStream err)
            throws IOException {
        Progress progress = new Progress(err, System::nanoTime);
        try (Evaluation evaluation = new Evaluation(pack, rule, out, progress)) {
            return evaluation.of(folder);
        }
    }

    private static int stopped(IOException failure, PrintStream out) {
        String file = failure instanceof FileSystemException at ? " at " + at.getFile() : "";
        out.println("The evaluation stopped" + file + ": " + FileTrouble.of(failure));
        return FAILED;
    }
}
