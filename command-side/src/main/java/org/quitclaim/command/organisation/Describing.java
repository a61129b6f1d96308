package org.quitclaim.command.organisation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.certificate.PublicAddress;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationCommand.AskForAddress;
import org.quitclaim.domain.organisation.OrganisationCommand.ConfirmAddress;
import org.quitclaim.domain.organisation.OrganisationCommand.DescribeOrganisation;
import org.quitclaim.domain.organisation.OrganisationCommand.IntroduceOrganisation;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.organisation.OrganisationRejection;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.organisation.OrganisationState.Asked;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
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
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("organisation"), Origin.SYSTEM, AccessPurpose.INDEXING);

    private final SealedCommands commands;
    private final Streams streams;
    private final Vault vault;
    private final Installation installation;
    private final OrganisationId id;

    public Describing(SealedCommands commands, Streams streams, Vault vault, Installation installation) {
        this.commands = commands;
        this.streams = streams;
        this.vault = vault;
        this.installation = installation;
        this.id = OrganisationId.of(installation.id().value());
    }

    /** Takes what the settings say, unless something was said already; never stops a start. */
    public void atStart(OrganisationSettings settings) {
        OrganisationDetails given = settings.details();
        if (streams.organisation(id) instanceof OrganisationState.Unknown && !given.equals(OrganisationDetails.NONE)) {
            try {
                describe(given, Origin.system("start"), null);
            } catch (RejectedException refused) {
                LOG.warn(
                        "The settings about the organisation are not taken: {}",
                        refused.rejection().advice());
            }
        }
        forgetFormer();
    }

    /** Takes what anybody may change alone; empty where that was all, else until when the rest waits for a second person. */
    Optional<Asked> describe(OrganisationDetails given, Actor actor) {
        Voucher by = TwoPeople.voucher(streams, actor);
        describe(given, Origins.of(actor), by);
        return asked();
    }

    private void describe(OrganisationDetails given, Origin origin, @Nullable Voucher by) {
        OrganisationDetails details = new OrganisationDetails(
                said(given.name()), said(given.contact()), said(given.dpoContact()), address(given.publicAddress()));
        OrganisationState before = streams.organisation(id);
        boolean leadsElsewhere = before instanceof OrganisationState.Described said
                && leadsElsewhere(said.details(), details.publicAddress());
        commands.send(origin, draft -> {
            RecordId sealed = draft.text(id, KeyScope.EDITORIAL, RecordKinds.ORGANISATION, details.sealed());
            return switch (before) {
                case OrganisationState.Unknown u -> new IntroduceOrganisation(id, sealed);
                case OrganisationState.Described d
                when leadsElsewhere ->
                    new AskForAddress(id, sealed, Objects.requireNonNull(by, "settings change nothing"));
                case OrganisationState.Described d -> new DescribeOrganisation(id, sealed, d.details());
            };
        });
        forgetFormer();
    }

    /** What nobody can open any more may have named one, so whoever describes it then is not the first to do so. */
    private boolean leadsElsewhere(RecordId before, @Nullable String address) {
        try {
            OrganisationDetails said =
                    OrganisationDetails.read(vault.open(before, READING).bytes());
            return said.publicAddress() != null && !said.publicAddress().equals(address);
        } catch (VaultException.RecordUnknown e) {
            return true;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** What waits for a second person. */
    Optional<Asked> asked() {
        return streams.organisation(id) instanceof OrganisationState.Described said ? said.asked() : Optional.empty();
    }

    void confirm(RecordId details, Actor actor) {
        commands.send(
                Origins.of(actor),
                draft -> new ConfirmAddress(
                        id, details, TwoPeople.voucher(streams, actor), TwoPeople.required(streams, installation)));
        forgetFormer();
    }

    private void forgetFormer() {
        if (!(streams.organisation(id) instanceof OrganisationState.Described said)) {
            return;
        }
        List<RecordId> former = streams.events(id)
                .map(event -> ((OrganisationEvent) event).details())
                .filter(record -> !record.equals(said.details())
                        && said.asked()
                                .filter(asked -> asked.details().equals(record))
                                .isEmpty())
                .distinct()
                .toList();
        try {
            for (RecordId record : former) {
                vault.delete(record);
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
        if (text.codePoints().anyMatch(Describing::isUnseen)) {
            throw new RejectedException(OrganisationRejection.TEXT_BROKEN);
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

    /** A line that ends within a sentence of a letter could begin another letter. */
    private static boolean isUnseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
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
