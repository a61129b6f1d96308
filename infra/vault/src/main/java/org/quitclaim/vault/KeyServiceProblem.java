package org.quitclaim.vault;

/** What a key service outside may answer instead of a key. */
public enum KeyServiceProblem {
    DENIED(
            "vault.key-service-denied",
            "The key service refuses this installation. Check its credentials and what the policy of the key allows."),
    THROTTLED("vault.key-service-throttled", "The key service asks to be called less often; try again in a minute."),
    OUT_OF_REACH("vault.key-service-out-of-reach", "The key service does not answer. Check the network and try again."),
    KEY_UNKNOWN(
            "vault.key-service-key-unknown",
            "The key service knows no key under the name of this epoch. If the key was made a moment ago, try again;"
                    + " otherwise look for it in the account and region of the settings."),
    KEY_UNUSABLE(
            "vault.key-service-key-unusable",
            "The key of this epoch is disabled or about to be deleted at the key service. If that was not meant,"
                    + " cancel the deletion there and enable the key again."),
    REGION_REFUSED(
            "vault.key-service-region-refused",
            "Keys are kept in the European Economic Area only. Set quitclaim.vault.kms.region to a region there."),
    NOT_OURS(
            "vault.key-service-key-not-ours",
            "The key service has another key under the name of this epoch. Nothing was wrapped in it or deleted; find"
                    + " out who changed the name.");

    private final String code;
    private final String advice;

    KeyServiceProblem(String code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }
}
