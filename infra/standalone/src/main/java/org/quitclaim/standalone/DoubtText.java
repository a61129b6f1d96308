package org.quitclaim.standalone;

import org.quitclaim.domain.history.Doubt.ClockBehind;
import org.quitclaim.domain.history.Doubt.TakedownsUnknown;
import org.quitclaim.vault.LedgerDoubt;

/** What is said first where a history may lack nos, or its times are doubted. */
final class DoubtText {
    private DoubtText() {}

    static String of(LedgerDoubt why) {
        return "MIND: this history may lack what people said no to since it was copied: " + words(why)
                + " Until an officer has confirmed each person, or declared the gap, nobody's consent from before"
                + " counts: every photo is amber and nothing is cleared. What was granted before opens nothing:"
                + " accounts need a new one-time password, tokens a confirmation, the impact assessment two officers;"
                + " links show nothing and still take back. Where no administrator is left the start shows a new one"
                + " here, once. See \"Restore\" in docs/runbooks/backup-and-restore.md.";
    }

    static String of(ClockBehind behind) {
        return "MIND: The clock was behind what had been recorded: it said " + behind.clock() + " after "
                + behind.recorded() + ". Nothing is cleared until an officer has compared it with another clock and"
                + " agreed on the page Oversight that it is right. See \"The clock\" in"
                + " docs/runbooks/damaged-history.md.";
    }

    static String of(TakedownsUnknown unknown) {
        return "MIND: takedowns were ordered of what was published after the day of this history, which knows nothing of"
                + " it (" + unknown.count()
                + "). Look by hand whether it is offline: \"Takedowns that a restore does not"
                + " know\" in docs/runbooks/backup-and-restore.md.";
    }

    private static String words(LedgerDoubt why) {
        return switch (why) {
            case ABSENT -> "there is no ledger at the backup target.";
            case SHORTER -> "the ledger at the backup target ends before the last line that this copy knew.";
            case ENDED -> "it is older than the backups for which the ledger at the backup target keeps its lines.";
            case NOT_SEEN_LATELY ->
                "the ledger at the backup target was not seen whole in the last hour, and what was said while it was"
                        + " out of reach is not in it.";
        };
    }
}
