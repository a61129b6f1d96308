package org.quitclaim.face.permit;

/**
 * The issuer's answer.
 *
 * @param <P> the kind of permit asked for
 */
public sealed interface PermitDecision<P extends EmbeddingPermit> {

    record Issued<P extends EmbeddingPermit>(P permit) implements PermitDecision<P> {}

    record Refused<P extends EmbeddingPermit>(PermitRefusal reason) implements PermitDecision<P> {}
}
