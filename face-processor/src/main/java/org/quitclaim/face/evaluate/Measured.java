package org.quitclaim.face.evaluate;

import java.util.List;

/** All that one evaluation found out; the report is made of it. */
record Measured(double falsePositiveRate, NotEnrolled notEnrolled, List<JudgedPhoto> photos, List<Curve> curves) {}
