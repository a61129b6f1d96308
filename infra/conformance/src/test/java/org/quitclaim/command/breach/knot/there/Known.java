package org.quitclaim.command.breach.knot.there;

import java.util.List;
import org.quitclaim.command.breach.knot.here.Knows;

/** Breaks a rule on purpose, together with the other one: each package uses the other. */
public record Known(List<Knows> others) {}
