package org.quitclaim.kms;

import java.util.Map;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.storage.KekProtection;
import org.quitclaim.vault.storage.KekProtections;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** Chosen by {@code kms}; takes {@code region}, and {@code alias-prefix} ({@code quitclaim} unless given). */
final class KmsProtections implements KekProtections {
    @Override
    public String name() {
        return "kms";
    }

    @Override
    public KekProtection open(Map<String, String> settings) throws VaultException {
        EeaRegion region = EeaRegion.of(settings.getOrDefault("region", ""));
        KmsClient kms = KmsClient.builder()
                .region(region.region())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new KmsProtection(kms, settings.getOrDefault("alias-prefix", "quitclaim"));
    }
}
