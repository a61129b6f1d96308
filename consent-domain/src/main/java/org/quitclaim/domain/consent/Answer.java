package org.quitclaim.domain.consent;

import org.quitclaim.domain.id.GrantId;

/**
 * The active choice on one {@link Ask}.
 *
 * @param grant the id a grant gets if {@code granted}; unused otherwise
 */
public record Answer(int ask, boolean granted, GrantId grant) {}
