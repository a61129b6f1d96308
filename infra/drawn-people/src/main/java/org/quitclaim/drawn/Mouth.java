package org.quitclaim.drawn;

import java.awt.Color;

/** A mouth in face units: distance below the eyes, half its width, the fullness of both lips, their colour. */
record Mouth(double y, double halfWidth, double upper, double lower, Color color) {}
