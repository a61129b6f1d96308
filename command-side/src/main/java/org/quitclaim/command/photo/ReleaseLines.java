package org.quitclaim.command.photo;

import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.image.RightsLines;
import org.quitclaim.face.image.RightsLines.ModelRelease;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the file of a version says about itself: from what is said for its shoot, the settings and the organisation's own name, never from the file that
 * came in, which may name anybody anywhere.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class ReleaseLines {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("release"), "SYSTEM", AccessPurpose.PUBLICATION);
    private static final Named NOBODY = new Named(null, null);

    private final ReleaseSettings settings;
    private final Streams streams;
    private final Vault vault;
    private final OrganisationId organisation;
    private final JsonMapper json;
    private volatile Named named = NOBODY;

    public ReleaseLines(
            ReleaseSettings settings, Streams streams, Vault vault, OrganisationId organisation, JsonMapper json) {
        this.settings = settings;
        this.streams = streams;
        this.vault = vault;
        this.organisation = organisation;
        this.json = json;
    }

    private record Named(
            @Nullable RecordId record, @Nullable String name) {}

    RightsLines of(Registered photo, Rendition version) {
        boolean somebody = photo.visibleOn(version).stream()
                .anyMatch(face -> !(face.standing() instanceof FaceStanding.Dismissed));
        return settings.with(of(photo.collection()))
                .lines(name(), somebody ? ModelRelease.LIMITED : ModelRelease.NOT_APPLICABLE);
    }

    /** As for every shoot that says nothing for itself, and by whom nobody is seen. */
    RightsLines usual() {
        return settings.lines(name(), ModelRelease.NOT_APPLICABLE);
    }

    /** What is said for one shoot. */
    ShootLines of(CollectionId shoot) {
        return streams.collection(shoot) instanceof CollectionState.Open open
                        && !open.lines().isEmpty()
                ? opened(open.lines().getFirst())
                : ShootLines.NONE;
    }

    private ShootLines opened(RecordId record) {
        try {
            return json.readValue(vault.open(record, READING).text(), ShootLines.class);
        } catch (VaultException.RecordUnknown e) {
            return ShootLines.NONE;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private @Nullable String name() {
        if (!(streams.organisation(organisation) instanceof OrganisationState.Described said)) {
            return null;
        }
        Named last = named;
        if (!said.details().equals(last.record())) {
            last = new Named(said.details(), nameIn(said.details()));
            named = last;
        }
        return last.name();
    }

    private @Nullable String nameIn(RecordId record) {
        try {
            return OrganisationDetails.read(vault.open(record, READING).bytes()).name();
        } catch (VaultException.RecordUnknown e) {
            return null;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
