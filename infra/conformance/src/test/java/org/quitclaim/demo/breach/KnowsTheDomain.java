package org.quitclaim.demo.breach;

import org.quitclaim.domain.id.PersonId;

/** Breaks a rule on purpose. */
record KnowsTheDomain(PersonId person) {}
