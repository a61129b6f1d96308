package org.quitclaim.vault;

import java.time.Instant;

/**
 * That an epoch should have been retired and was not.
 *
 * @param since when it failed first; it was tried again since
 * @param code why it failed last, as {@link VaultException#code}
 */
public record RotationDelayed(Instant since, String code) {}
