package org.quitclaim.demo.breach;

import org.quitclaim.domain.consent.PersonId;

/** Breaks a rule on purpose. */
record KnowsTheDomain(PersonId person) {}
