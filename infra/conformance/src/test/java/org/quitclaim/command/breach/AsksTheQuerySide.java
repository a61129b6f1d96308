package org.quitclaim.command.breach;

import org.quitclaim.query.QuerySideConfiguration;

/** Breaks a rule on purpose. */
record AsksTheQuerySide(QuerySideConfiguration other) {}
