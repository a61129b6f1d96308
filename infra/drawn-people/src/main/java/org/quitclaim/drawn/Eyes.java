package org.quitclaim.drawn;

import java.awt.Color;

/**
 * A pair of eyes in face units.
 *
 * @param spacing from the middle of the face to the middle of an eye
 * @param slant how much higher the outer corner lies than the inner one
 * @param hood 0 (deep crease) to 1 (no visible crease)
 * @param lashes 0 (hardly visible) to 1 (made up)
 */
record Eyes(
        double spacing, double halfWidth, double halfHeight, double slant, double hood, double lashes, Color iris) {}
