package org.quitclaim.command.breach;

import org.quitclaim.drawn.DrawnPhoto;

/** Breaks a rule on purpose. */
record DrawsPeople(DrawnPhoto photo) {}
