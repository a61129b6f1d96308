package org.quitclaim.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyServiceProblem;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import org.quitclaim.vault.embedded.FolderKekStoreContract;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekProtection;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;

@Requirement({"R62", "R63"})
class KmsKekStoreTest extends FolderKekStoreContract {
    private final MovedClock clock = new MovedClock();
    private final FakeKms kms = new FakeKms(clock);

    @Override
    protected KekProtection protection() {
        return new KmsProtection(kms, "quitclaim");
    }

    private void failing(SdkException failure, KeyServiceProblem expected) {
        kms.failOnce(failure);
        assertThatThrownBy(() -> keks.find(installation, Epoch.FIRST))
                .isInstanceOfSatisfying(
                        KeyServiceFailed.class, e -> assertThat(e.code()).isEqualTo(expected.code()));
    }

    private static SdkException aws(int status, String code) {
        return KmsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    @Test
    void theFileAloneIsNoKeyAndEachEpochHasAKeyOfItsOwnAtTheService() throws Exception {
        make(Epoch.FIRST);
        make(second);
        assertThatThrownBy(() -> Kek.parse(Files.readAllBytes(file(Epoch.FIRST))))
                .isInstanceOf(Exception.class);
        assertThat(kms.keyCount()).isEqualTo(2);
    }

    @Test
    void destructionIsScheduledForTheShortestTimeAndNothingOpensMeanwhile() throws Exception {
        make(Epoch.FIRST);
        byte[] copy = Files.readAllBytes(file(Epoch.FIRST));
        assertThat(keks.destroy(installation, Epoch.FIRST))
                .contains(clock.instant().plus(Duration.ofDays(7)));
        assertThat(file(Epoch.FIRST)).doesNotExist();
        assertThat(kms.stateOf(kms.onlyAliasEnding("epoch-1"))).isEqualTo(KeyState.PENDING_DELETION);
        Files.write(file(Epoch.FIRST), copy);
        assertThatThrownBy(() -> keks.find(installation, Epoch.FIRST))
                .as("a copy that nobody registered")
                .isInstanceOf(KeyServiceFailed.class);
    }

    @Test
    void failuresOfTheServiceAreNamedAndNothingIsAssumed() throws Exception {
        make(Epoch.FIRST);
        failing(aws(400, "ThrottlingException"), KeyServiceProblem.THROTTLED);
        failing(aws(400, "AccessDeniedException"), KeyServiceProblem.DENIED);
        failing(aws(403, "UnrecognizedClientException"), KeyServiceProblem.DENIED);
        failing(KmsInternalException.builder().statusCode(500).build(), KeyServiceProblem.OUT_OF_REACH);
        failing(SdkClientException.create("no route"), KeyServiceProblem.OUT_OF_REACH);
        assertThat(keks.find(installation, Epoch.FIRST)).isPresent();
    }

    @Test
    void aServiceThatFailsWhileAKeyIsToGoLeavesItAndItsFile() throws Exception {
        make(Epoch.FIRST);
        kms.failOnce(aws(400, "ThrottlingException"));
        assertThatThrownBy(() -> keks.destroy(installation, Epoch.FIRST)).isInstanceOf(KeyServiceFailed.class);
        assertThat(keks.find(installation, Epoch.FIRST)).isPresent();
        assertThat(keks.destroy(installation, Epoch.FIRST)).isPresent();
    }

    @Test
    void aKeyThatTheServiceDoesNotKnowIsNotCalledDestroyed() throws Exception {
        make(Epoch.FIRST);
        kms.close();
        assertThatThrownBy(() -> keks.destroy(installation, Epoch.FIRST)).isInstanceOf(KeyServiceFailed.class);
        assertThat(file(Epoch.FIRST)).exists();
    }

    @Test
    void aNameThatLeadsToAnotherKeyNeitherWrapsNorDeletes() throws Exception {
        make(Epoch.FIRST);
        String alias = kms.onlyAliasEnding("epoch-1");
        String ours = kms.description(alias);
        kms.repoint(alias, "somebody else's");
        assertThatThrownBy(() -> keks.destroy(installation, Epoch.FIRST)).isInstanceOf(KeyServiceFailed.class);
        assertThat(kms.stateOf(alias)).isEqualTo(KeyState.ENABLED);
        kms.repoint(alias, ours);
        assertThatThrownBy(() -> keks.destroy(installation, Epoch.FIRST))
                .as("it does not open what is stored")
                .isInstanceOf(KekWrong.class);
        assertThat(kms.stateOf(alias)).isEqualTo(KeyState.ENABLED);
        assertThat(file(Epoch.FIRST)).exists();
    }

    @Test
    void anInterruptedBeginningLeavesNoSecondKey() throws Exception {
        make(Epoch.FIRST);
        int made = kms.keyCount();
        make(Epoch.FIRST);
        assertThat(kms.keyCount()).isEqualTo(made);
    }

    @Test
    void aStoredKeyOfAnotherEpochDoesNotOpen() throws Exception {
        make(Epoch.FIRST);
        make(second);
        Files.copy(file(second), file(Epoch.FIRST), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> keks.find(installation, Epoch.FIRST)).isInstanceOf(KekWrong.class);
    }

    @Test
    @Requirement("R73")
    void aRegionOutsideTheEeaIsRefusedBeforeAnythingIsCalled() {
        for (String region : new String[] {"", "us-east-1", "eu-west-2", "eu-central-2", "EU-CENTRAL-1"}) {
            assertThatThrownBy(() -> new KmsProtections().open(Map.of("region", region)))
                    .isInstanceOfSatisfying(
                            KeyServiceFailed.class,
                            e -> assertThat(e.code()).isEqualTo(KeyServiceProblem.REGION_REFUSED.code()));
        }
    }

    @Test
    void aRegionInTheEeaIsTaken() throws Exception {
        assertThat(new KmsProtections().open(Map.of("region", "eu-central-1"))).isInstanceOf(KmsProtection.class);
    }
}
