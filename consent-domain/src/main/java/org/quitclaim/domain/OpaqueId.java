package org.quitclaim.domain;

/**
 * A random identifier that says nothing about whom or what it names.
 *
 * <p><b>Shape:</b> a type prefix, an underscore and 26 characters of the RFC 4648 base32 alphabet in lower case, which
 * carry 128 random (or keyed pseudo-random) bits. Implementations are records with the single component {@code value}.
 *
 * <p><b>Guarantees:</b> never derived from a name, an address or any other attribute of a person; unique across the
 * types, because streams of all aggregates share one key space.
 */
public interface OpaqueId {
    String value();
}
