package org.quitclaim.command.photo;

import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.organisation.SelfDescription;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.CollectionId;
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
final class ReleaseLines {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("release"), "SYSTEM", AccessPurpose.PUBLICATION);

    private final ReleaseSettings settings;
    private final Streams streams;
    private final Vault vault;
    private final SelfDescription organisation;
    private final JsonMapper json;

    public ReleaseLines(
            ReleaseSettings settings, Streams streams, Vault vault, SelfDescription organisation, JsonMapper json) {
        this.settings = settings;
        this.streams = streams;
        this.vault = vault;
        this.organisation = organisation;
        this.json = json;
    }

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
        return organisation.details(READING).name();
    }
}
