package org.quitclaim.command.publication;

import java.util.List;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.PublicationCommand.RequestPublication;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.vault.IdMint;

/** The gate of one process, while another process takes its request for one that was interrupted. */
public final class GateBesideAnother {
    private GateBesideAnother() {}

    /** The codes that whoever asked reads. */
    public static List<String> reasons(PublicationGate gate, Commands commands, Use use, String otherReason) {
        PublicationId id = new PublicationId(PublicationId.PREFIX + "b".repeat(26));
        Origin origin = Origin.system("gate");
        Verdict verdict = gate.decide(
                id,
                use,
                () -> {
                    commands.send(asked(id, use), origin);
                    commands.send(new BlockPublication(id, List.of(Reason.of(otherReason))), origin);
                },
                origin);
        return verdict instanceof Verdict.Blocked blocked
                ? blocked.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    /** Whether whoever asked is told that it is cleared, where the other process cleared it: nobody is on the photo. */
    public static boolean cleared(PublicationGate gate, Commands commands, Use use, int photoVersion) {
        PublicationId id = new PublicationId(PublicationId.PREFIX + "c".repeat(26));
        Origin origin = Origin.system("gate");
        Verdict verdict = gate.decide(
                id,
                use,
                () -> {
                    commands.send(asked(id, use), origin);
                    commands.send(
                            new ClearPublication(id, photoVersion, List.of(), PublicationGate.RULE_VERSION), origin);
                },
                origin);
        return verdict instanceof Verdict.Cleared;
    }

    private static RequestPublication asked(PublicationId id, Use use) {
        return new RequestPublication(id, use, IdMint.recordId(), Basis.CONSENT, List.of());
    }
}
