package org.quitclaim.kms;

import java.util.Set;
import org.quitclaim.vault.KeyServiceProblem;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import software.amazon.awssdk.regions.Region;

/**
 * A region of AWS that lies in the European Economic Area; London and Zurich do not.
 *
 * <p><b>Source:</b> GDPR Art. 44–46; R73. AWS's list of regions.
 */
record EeaRegion(Region region) {
    private static final Set<String> IN_THE_EEA = Set.of(
            "eu-central-1", "eu-west-1", "eu-west-3", "eu-north-1", "eu-south-1", "eu-south-2", "eusc-de-east-1");

    static EeaRegion of(String name) throws KeyServiceFailed {
        if (!IN_THE_EEA.contains(name)) {
            throw new KeyServiceFailed(KeyServiceProblem.REGION_REFUSED);
        }
        return new EeaRegion(Region.of(name));
    }
}
