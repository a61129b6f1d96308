package org.quitclaim.drawn;

/** A nose in face units: how far the tip lies below the eyes, half its width at the wings, and how strong its bridge is. */
record Nose(double tipY, double halfWidth, double bridge) {}
