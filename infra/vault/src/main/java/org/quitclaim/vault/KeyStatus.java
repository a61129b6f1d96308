package org.quitclaim.vault;

/** One generation of a key and its state. */
public record KeyStatus(KeyRef key, KeyState state) {}
