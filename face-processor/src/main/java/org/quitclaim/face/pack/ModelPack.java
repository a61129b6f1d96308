package org.quitclaim.face.pack;

/**
 * A model pack: detector, proposer, aligner and embedder that belong together.
 *
 * <p><b>Guarantees</b>: faceprints of packs with different {@link #id} or {@link #version} are never compared.
 */
public record ModelPack(
        String id,
        String version,
        String licence,
        String source,
        DetectorModel detector,
        ProposerModel proposer,
        AlignerModel aligner,
        EmbedderModel embedder,
        MatchLimits limits) {}
