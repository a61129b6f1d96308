package org.quitclaim.command.photo;

import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyRef;

/** Names the key of a photo: one for its original, preview, name and versions, until the original is replaced. */
public final class PhotoKey {
    private PhotoKey() {}

    /** Under which a photo is taken in. */
    static KeyRef first(PhotoId photo) {
        return of(photo, Picture.FIRST);
    }

    /** Under which all of it lies now. */
    public static KeyRef of(Registered photo) {
        return of(photo.id(), photo.picture().keyGeneration());
    }

    public static KeyRef of(PhotoId photo, int generation) {
        return KeyRef.of(photo, KeyScope.PHOTO, new KeyGeneration(generation));
    }
}
