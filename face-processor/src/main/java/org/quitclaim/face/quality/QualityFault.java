package org.quitclaim.face.quality;

/** Why a face is not enrolled. Source: R83. */
public enum QualityFault {
    TOO_SMALL("faceprint.face-too-small"),
    /** Part of it lies beyond the edge of the picture. */
    CUT("faceprint.face-cut"),
    TILTED("faceprint.face-tilted"),
    TOO_SOFT("faceprint.face-too-soft");

    private final String code;

    QualityFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
