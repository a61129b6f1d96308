package org.quitclaim.command.breach.knot.here;

import java.util.List;
import org.quitclaim.command.breach.knot.there.Known;

/** Breaks a rule on purpose, together with the other one: each package uses the other. */
public record Knows(List<Known> others) {}
