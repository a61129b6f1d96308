package org.quitclaim.face.pack;

/**
 * A model pack is missing, incomplete, altered or none; the message says which file and what to do.
 *
 * <p><b>Guarantees</b>: {@link #code} is stable.
 */
public final class PackUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** There is no description, or nobody said where it lies. */
        MISSING("start.pack-missing"),
        /** The description lacks something, has what nobody knows, or an impossible number. */
        DESCRIPTION("start.pack-invalid"),
        /** A model that the description names is not there. */
        MODEL_MISSING("start.pack-model-missing"),
        /** A model is not the one that the description was written for. */
        MODEL_ALTERED("start.pack-model-altered"),
        /** No ONNX graph, half of one, or one of other shapes than the description says. */
        MODEL_UNUSABLE("start.pack-model-unusable");

        private final String code;

        Reason(String code) {
            this.code = code;
        }
    }

    public PackUnusable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String code() {
        return reason.code;
    }
}
