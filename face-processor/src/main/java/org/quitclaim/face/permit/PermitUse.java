package org.quitclaim.face.permit;

/** Whether a permit was accepted when it was presented. */
public sealed interface PermitUse {

    record Accepted() implements PermitUse {}

    record Refused(PermitRefusal reason) implements PermitUse {}
}
