package org.quitclaim.kms;

import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyServiceProblem;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** The KMS key of one epoch, known by its alias and by what we wrote on it. */
record EpochKey(KmsClient kms, String alias, String description) {

    static EpochKey of(KmsClient kms, String prefix, InstallationId installation, Epoch epoch) {
        return new EpochKey(
                kms,
                "alias/" + prefix + '-' + installation.value() + "-epoch-" + epoch.number(),
                "Quitclaim " + installation.value() + " epoch " + epoch.number());
    }

    /** The one an interrupted beginning left serves: it has wrapped nothing that counts. */
    KeyMetadata obtain() throws KeyServiceFailed {
        try {
            return describe();
        } catch (KeyServiceFailed e) {
            if (!e.code().equals(KeyServiceProblem.KEY_UNKNOWN.code())) {
                throw e;
            }
        }
        KeyMetadata made = call(() -> kms.createKey(request -> request.description(description)
                        .tags(tag -> tag.tagKey("quitclaim").tagValue(alias.substring("alias/".length()))))
                .keyMetadata());
        call(() -> kms.createAlias(request -> request.aliasName(alias).targetKeyId(made.keyId())));
        return made;
    }

    /** A name that leads to somebody else's key is worse than none. */
    KeyMetadata describe() throws KeyServiceFailed {
        KeyMetadata found =
                call(() -> kms.describeKey(request -> request.keyId(alias)).keyMetadata());
        if (!description.equals(found.description())) {
            throw new KeyServiceFailed(KeyServiceProblem.NOT_OURS);
        }
        return found;
    }

    <T> T call(KmsAnswers.Call<T> call) throws KeyServiceFailed {
        try {
            return KmsAnswers.of(call);
        } catch (KmsAnswers.NotWhatThisKeyMade e) {
            throw new KeyServiceFailed(KeyServiceProblem.NOT_OURS, e);
        }
    }
}
