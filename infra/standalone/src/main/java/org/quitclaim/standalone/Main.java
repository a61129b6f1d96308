package org.quitclaim.standalone;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Dispatches the launcher's verbs. */
public final class Main {
    public static final int WRONG_CALL = 2;

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

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
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        CommandLine all = Verbs.asCalledBy(first);
        if (HELP.contains(first)) {
            console.say(Help.of(all).stripTrailing());
            return 0;
        }
        if (Demonstration.VERBS.contains(first) && !all.getSubcommands().containsKey(first)) {
            console.problem(first + " is not part of the product, and its jars are not on the class path. ./quitclaim "
                    + first + " puts them there.");
            return WRONG_CALL;
        }
        try {
            CommandLine.ParseResult called = all.parseArgs(arguments.toArray(String[]::new));
            if (!called.hasSubcommand()) {
                console.problem("a verb is needed; " + WrongCall.verbs(all));
                return WRONG_CALL;
            }
            CommandLine line = called.subcommand().commandSpec().commandLine();
            if (line.isUsageHelpRequested()) {
                console.say(line.getUsageMessage().stripTrailing());
                return 0;
            }
            return run(line.<Verb>getCommand(), console);
        } catch (ParameterException e) {
            console.problem(WrongCall.line(e));
            return WRONG_CALL;
        }
    }

    private static int run(Verb verb, Console console) throws InterruptedException {
        Options options = verb.options();
        NothingThere before = NothingThere.before(verb, options);
        try {
            if (verb.needsInstallation()) {
                FolderMark.requireInstallation(options.data());
            }
            return verb.run(console);
        } catch (IOException | VaultException | BackupRefused | RuntimeException e) {
            if (Refusal.foreseen(e).isPresent()) {
                before.again();
            }
            Refusal refusal = Refusal.of(e, options);
            console.problem(refusal.line());
            return refusal.exit();
        }
    }
}
