package org.quitclaim.vault.storage;

import java.time.Instant;
import org.quitclaim.vault.KeyRef;

/** That a key was destroyed, and when. */
public record Tombstone(KeyRef key, Instant destroyedAt) {}
