package org.quitclaim.standalone;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a call, and the call that would have been right: one line. */
final class WrongCall {
    /** More letters than these, and it was another word. */
    private static final int MISTYPED = 3;

    private WrongCall() {}

    static String line(ParameterException wrong) {
        CommandLine called = wrong.getCommandLine();
        return isVerb(called) ? problem(wrong) + "; " + Help.call(called) : problem(wrong) + "; " + verbs(called);
    }

    static String verbs(CommandLine all) {
        return "there are "
                + Stream.concat(all.getSubcommands().keySet().stream(), Demonstration.VERBS.stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static boolean isVerb(CommandLine called) {
        return called.getParent() != null;
    }

    private static String problem(ParameterException wrong) {
        String verb = wrong.getCommandLine().getCommandName();
        return switch (wrong) {
            case UnmatchedArgumentException unknown
            when !isVerb(unknown.getCommandLine()) ->
                "there is no verb '" + unknown.getUnmatched().getFirst() + "'"
                        + nearest(
                                unknown.getCommandLine(), unknown.getUnmatched().getFirst());
            case UnmatchedArgumentException unknown
            when unknown.isUnknownOption() ->
                verb + " does not know " + unknown.getUnmatched().getFirst()
                        + nearest(
                                unknown.getCommandLine(), unknown.getUnmatched().getFirst());
            case UnmatchedArgumentException unknown ->
                verb + " does not know what to do with '"
                        + unknown.getUnmatched().getFirst() + "'";
            case MissingParameterException missing ->
                needs(verb, missing.getMissing().getFirst(), "needs a value");
            default -> needs(verb, wrong.getArgSpec(), said(wrong));
        };
    }

    private static String nearest(CommandLine called, String typed) {
        Stream<String> known = isVerb(called)
                ? called.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionSpec::longestName)
                : called.getSubcommands().keySet().stream();
        return known.filter(name -> distance(typed, name) <= MISTYPED)
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .map(name -> ", do you mean " + name + "?")
                .orElse("");
    }

    /** How many letters were left out, added or exchanged (Levenshtein): the library's own measure does not know --prot. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static String needs(String verb, ArgSpec argument, String what) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + what
                : verb + " needs a " + (argument.paramLabel().equals("FILE") ? "file" : "folder");
    }

    private static String said(ParameterException wrong) {
        return wrong.getCause() instanceof CommandLine.TypeConversionException why
                ? String.valueOf(why.getMessage())
                : "needs a value";
    }
}
