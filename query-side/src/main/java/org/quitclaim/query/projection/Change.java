package org.quitclaim.query.projection;

/** A read model document was written: its kind, such as {@code photos}, and whose. */
public record Change(String kind, String id) {}
