package org.quitclaim.drawn;

/**
 * The outline of a head in face units.
 *
 * @param halfWidth at the cheekbones
 * @param chinY distance from the eyes to the chin
 * @param jaw half the width at the corner of the jaw
 * @param chin half the width of the chin
 * @param crown distance from the eyes to the top of the skull
 * @param neck half the width of the neck
 * @param shoulders half the width of the shoulders
 */
record Head(double halfWidth, double chinY, double jaw, double chin, double crown, double neck, double shoulders) {}
