package org.quitclaim.face.evaluate;

import java.util.List;

/** All that one evaluation found out, and with what; the report is made of it. */
record Measured(
        MeasuredPack pack,
        double falsePositiveRate,
        NotEnrolled notEnrolled,
        List<JudgedPhoto> photos,
        List<Curve> curves) {}
