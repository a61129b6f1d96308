package org.quitclaim.drawn;

import java.awt.Color;

/** A pair of eyebrows in face units: thickness, height above the eye, and how much the middle is arched. */
record Brows(double thickness, double height, double arch, Color color) {}
