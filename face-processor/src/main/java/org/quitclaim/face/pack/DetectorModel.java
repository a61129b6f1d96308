package org.quitclaim.face.pack;

/** How a pack finds faces. */
public sealed interface DetectorModel {

    /** One exact network sees the whole photo, and what a fast one proposes at each scale. */
    record Confirming(SsdModel exact, ScanningModel proposer) implements DetectorModel {}

    /** One network sees the photo at each scale, in tiles, and what it finds counts. */
    record Scanning(ScanningModel finder) implements DetectorModel {}
}
