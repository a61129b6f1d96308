package org.quitclaim.domain.breach;

import org.springframework.core.env.Environment;

/** Breaks a rule on purpose. */
record UsesAFramework(Environment environment) {}
