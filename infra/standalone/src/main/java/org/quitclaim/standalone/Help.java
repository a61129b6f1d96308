package org.quitclaim.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The words of {@code ./quitclaim help}, made from what the verbs say of themselves. The launcher prints a file of them, so
 * that help takes no JDK and no build; a test compares the two.
 */
public final class Help {
    private static final String INDENT = "  ";

    private Help() {}

    public static String of(CommandLine all) {
        StringBuilder text =
                new StringBuilder("Quitclaim: who is on the photo, what did they allow, may it be published?\n\n");
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        all.getSubcommands().values().forEach(verb -> {
            text.append(INDENT).append(call(verb)).append('\n');
            for (String line : verb.getCommandSpec().usageMessage().description()) {
                text.append(INDENT.repeat(3)).append(line).append('\n');
            }
            verb.getCommandSpec().options().forEach(option -> options.putIfAbsent(option.longestName(), option));
        });
        text.append(INDENT).append("./quitclaim help\n\n");
        CommandSpec together = CommandSpec.create();
        together.usageMessage().width(WIDTH);
        options.values()
                .forEach(option -> together.addOption(OptionSpec.builder(option).build()));
        return text.append(new CommandLine(together).setSeparator(" ").getHelp().optionList())
                .toString();
    }

    private static final int WIDTH = 120;

    /** How a verb is called, in one line. */
    static String call(CommandLine verb) {
        return verb.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    }
}
