package org.quitclaim.command.organisation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.certificate.PublicAddress;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationCommand.DescribeOrganisation;
import org.quitclaim.domain.organisation.OrganisationCommand.IntroduceOrganisation;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.organisation.OrganisationRejection;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals and records what the organisation says about itself.
 *
 * <p><b>Guarantees:</b> what was said before is deleted, since it names people; after a crash in between the next start
 * does it.
 */
public final class Describing {
    private static final Logger LOG = LoggerFactory.getLogger(Describing.class);

    private final SealedCommands commands;
    private final Streams streams;
    private final Vault vault;
    private final OrganisationId id;

    public Describing(SealedCommands commands, Streams streams, Vault vault, Installation installation) {
        this.commands = commands;
        this.streams = streams;
        this.vault = vault;
        this.id = OrganisationId.of(installation.id().value());
    }

    /** Takes what the settings say, unless something was said already; never stops a start. */
    public void atStart(OrganisationSettings settings) {
        OrganisationDetails given = settings.details();
        if (streams.organisation(id) instanceof OrganisationState.Unknown && !given.equals(OrganisationDetails.NONE)) {
            try {
                describe(given, Origin.system("start"));
            } catch (RejectedException refused) {
                LOG.warn(
                        "The settings about the organisation are not taken: {}",
                        refused.rejection().advice());
            }
        }
        forgetFormer();
    }

    void describe(OrganisationDetails given, Origin origin) {
        OrganisationDetails details = new OrganisationDetails(
                said(given.name()), said(given.contact()), said(given.dpoContact()), address(given.publicAddress()));
        boolean first = streams.organisation(id) instanceof OrganisationState.Unknown;
        commands.send(origin, draft -> {
            RecordId sealed = draft.text(id, KeyScope.EDITORIAL, RecordKinds.ORGANISATION, details.sealed());
            return first ? new IntroduceOrganisation(id, sealed) : new DescribeOrganisation(id, sealed);
        });
        forgetFormer();
    }

    private void forgetFormer() {
        List<RecordId> said = streams.events(id)
                .map(event -> ((OrganisationEvent) event).details())
                .toList();
        try {
            for (RecordId former : said.subList(0, Math.max(0, said.size() - 1))) {
                vault.delete(former);
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private static @Nullable String said(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(Input::says)
                .map(Describing::readAsWritten)
                .orElse(null);
    }

    /** It is signed and printed: what turns the direction of writing would let it read as something else. */
    private static String readAsWritten(String text) {
        if (text.codePoints().anyMatch(Describing::turns)) {
            throw new RejectedException(OrganisationRejection.TEXT_TURNS);
        }
        return text;
    }

    /** The signs with Unicode's property Bidi_Control. */
    private static boolean turns(int sign) {
        return sign == 0x061C
                || sign == 0x200E
                || sign == 0x200F
                || sign >= 0x202A && sign <= 0x202E
                || sign >= 0x2066 && sign <= 0x2069;
    }

    private static @Nullable String address(@Nullable String typed) {
        String text = said(typed);
        return text == null
                ? null
                : PublicAddress.parse(text)
                        .map(address -> address.value().toString())
                        .orElseThrow(() -> new RejectedException(OrganisationRejection.ADDRESS_UNUSABLE));
    }
}
