package org.quitclaim.command.breach;

/** Breaks a rule on purpose. */
final class ConsentHelper {}
