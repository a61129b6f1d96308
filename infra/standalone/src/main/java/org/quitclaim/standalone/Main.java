package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.face.evaluate.Asked;
import org.quitclaim.face.evaluate.EvaluateCommand;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;

/** Dispatches the launcher's verbs. */
public final class Main {
    public static final int WRONG_CALL = 2;

    /** They found nothing: a folder that was mistyped is refused, not filled. */
    private static final Set<String> ON_WHAT_IS_THERE =
            Set.of("rotate-epoch", "rebuild-work", "rebuild-read-models", "backup", "take-over");

    private Main() {}

    @SuppressWarnings("SystemOut") // a command line speaks on standard output
    public static void main(String[] arguments) throws InterruptedException {
        OwnProcess.closeToOthers();
        Console console = new Console(System.out, System.err);
        int exit = run(List.of(arguments), console);
        if (exit >= 0) {
            System.exit(exit);
        }
    }

    /** @return the exit code, or a negative number when a server goes on running */
    static int run(List<String> arguments, Console console) throws InterruptedException {
        if (arguments.isEmpty()) {
            console.problem("a verb is needed: " + Verb.all());
            return WRONG_CALL;
        }
        Optional<Verb> verb = Verb.of(arguments.getFirst());
        if (verb.isEmpty()) {
            console.problem("there is no verb '" + arguments.getFirst() + "'; there are " + Verb.all());
            return WRONG_CALL;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        Optional<String> wrong = verb.get().wrong(rest);
        if (wrong.isPresent()) {
            console.problem(wrong.get() + "; " + verb.get().usage());
            return WRONG_CALL;
        }
        Options options = Options.parse(rest);
        NothingThere before = NothingThere.before(arguments.getFirst(), options);
        try {
            if (ON_WHAT_IS_THERE.contains(arguments.getFirst())) {
                FolderMark.requireInstallation(Folders.data(options));
            }
            return run(arguments.getFirst(), options, console);
        } catch (IOException | VaultException | BackupRefused | RuntimeException e) {
            if (Refusal.foreseen(e).isPresent()) {
                before.again();
            }
            Refusal refusal = Refusal.of(e, options);
            console.problem(refusal.line());
            return refusal.exit();
        }
    }

    private static int run(String verb, Options options, Console console)
            throws IOException, VaultException, BackupRefused, InterruptedException {
        return switch (verb) {
            case "up" -> UpVerb.run(options, console);
            case "demo" -> demonstrated(verb, options, console);
            case "evaluate" ->
                EvaluateCommand.run(
                        Asked.of(
                                        Path.of(options.words().getFirst()),
                                        options.path("--report").orElse(null))
                                .at(options.value("--false-positive-rate", String.valueOf(MatchRule.USUAL_RATE))),
                        console.out(),
                        console.err());
            case "check-history" -> CheckHistoryVerb.run(options, console);
            case "backup" -> BackupVerb.run(options, console);
            case "restore" -> RestoreVerb.run(options, console);
            case "take-over" -> TakeOverVerb.run(options, console);
            case "rotate-epoch" -> RotateVerb.run(options, console);
            case "restore-drill" -> demonstrated(verb, options, console);
            case "verify-certificate" -> VerifyCertificateVerb.run(options, console);
            case "rebuild-work" -> RebuildWorkVerb.run(options, console);
            case "rebuild-read-models" -> RebuildVerb.run(options, console);
            default -> throw new IllegalStateException(verb);
        };
    }

    private static int demonstrated(String verb, Options options, Console console) throws IOException {
        Optional<Demonstration> found = Demonstration.onClassPath();
        if (found.isEmpty()) {
            console.problem(verb + " is not part of the product, and its jars are not on the class path. ./quitclaim "
                    + verb + " puts them there.");
            return WRONG_CALL;
        }
        return found.get().run(verb, options, console);
    }
}
