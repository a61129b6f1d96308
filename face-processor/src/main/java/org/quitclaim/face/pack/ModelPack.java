package org.quitclaim.face.pack;

/**
 * A model pack: detector, aligner and embedder that belong together.
 *
 * <p><b>Guarantees</b>: faceprints of packs with another {@link #name} are never compared; the name holds what the
 * faceprints depend on.
 *
 * @param fingerprint of the files and numbers that decide how faceprints come out, ten hexadecimal digits
 * @param sight likewise of those that decide which faces are found
 * @param digest SHA-256 of all that the pack says, limits included; what two people approve
 */
public record ModelPack(
        String id,
        String version,
        String fingerprint,
        String sight,
        String digest,
        Provenance provenance,
        DetectorModel detector,
        AlignerModel aligner,
        EmbedderModel embedder,
        MatchLimits limits) {

    /** What events and faceprints say of the pack. */
    public String name() {
        return id + "/" + version + "/" + fingerprint;
    }

    /** What events say of who looked for faces. */
    public String detectorName() {
        return id + "/" + version + "/" + sight;
    }

    /**
     * Where the pack comes from, in the words of whoever made it.
     *
     * @param trainingData which pictures of whom the networks were trained on
     * @param measurement on what the limits were measured
     */
    public record Provenance(String licence, String source, String trainingData, String measurement) {}
}
