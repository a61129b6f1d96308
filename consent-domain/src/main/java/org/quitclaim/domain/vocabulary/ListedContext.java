package org.quitclaim.domain.vocabulary;

import org.quitclaim.domain.consent.UseContext;

/** A context of the list that an installation begins with. */
public record ListedContext(UseContext context, boolean sensitive) {}
