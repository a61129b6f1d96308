package org.quitclaim.command.copies;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.quitclaim.face.copies.Looks;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.copies.PictureDigest.Digest;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.InstallationSecrets;

/**
 * Makes that by which a picture is known again.
 *
 * <p><b>Guarantees:</b> the digests of file and pixels mean nothing to anybody without the installation's key.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class PictureDigests {
    private final InstallationSecrets secrets;

    public PictureDigests(InstallationSecrets secrets) {
        this.secrets = secrets;
    }

    public Digest content(byte[] file) {
        return Digest.of(secrets.mac("photo-content", file));
    }

    /** @param image what is shown, judged and released of the file */
    public PictureDigest of(Digest content, UprightImage image) {
        return new PictureDigest(content, pixels(image), Looks.of(image));
    }

    private Digest pixels(UprightImage image) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(image.width())
                    .putInt(image.height())
                    .flip());
            sha.update(image.rgb());
            return Digest.of(secrets.mac("photo-pixels", sha.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
