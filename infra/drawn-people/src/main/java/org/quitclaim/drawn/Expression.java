package org.quitclaim.drawn;

/**
 * What a face does at the moment of the photo.
 *
 * <p><b>Units</b>: {@code smile} -1 (sad) to 1 (broad), {@code open} 0 (closed lips) to 1 (laughing), {@code squint} 0 to 1,
 * {@code browLift} in face units.
 */
enum Expression {
    NEUTRAL(0.12, 0, 0, 0),
    SMILE(0.6, 0, 0.12, 1),
    TEETH(0.8, 0.5, 0.2, 1.5),
    LAUGH(1.0, 0.85, 0.35, 2.5),
    SERIOUS(-0.1, 0, 0.08, -1.5);

    final double smile;
    final double open;
    final double squint;
    final double browLift;

    Expression(double smile, double open, double squint, double browLift) {
        this.smile = smile;
        this.open = open;
        this.squint = squint;
        this.browLift = browLift;
    }
}
