package org.quitclaim.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the protecting key lies.
 *
 * @param kek the folder with the key-encryption key; beside the data folder when not given
 */
@ConfigurationProperties("quitclaim.vault")
public record StandaloneSettings(@Nullable Path kek) {}
