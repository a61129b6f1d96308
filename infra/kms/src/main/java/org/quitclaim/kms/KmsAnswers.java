package org.quitclaim.kms;

import org.quitclaim.vault.KeyServiceProblem;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** What KMS says, in our words. Whatever is not understood counts as not done. */
final class KmsAnswers {
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private KmsAnswers() {}

    /** A call that may fail in every way the SDK has. */
    @FunctionalInterface
    interface Call<T> {
        T made() throws SdkException;
    }

    /** The ciphertext is of another key, for another use, or damaged. */
    static final class NotWhatThisKeyMade extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static <T> T of(Call<T> call) throws KeyServiceFailed, NotWhatThisKeyMade {
        try {
            return call.made();
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            throw new NotWhatThisKeyMade();
        } catch (SdkException e) {
            throw new KeyServiceFailed(problem(e), e);
        }
    }

    private static KeyServiceProblem problem(SdkException failure) {
        return switch (failure) {
            case NotFoundException e -> KeyServiceProblem.KEY_UNKNOWN;
            case DisabledException e -> KeyServiceProblem.KEY_UNUSABLE;
            case KmsInvalidStateException e -> KeyServiceProblem.KEY_UNUSABLE;
            case KmsException e when e.isThrottlingException() -> KeyServiceProblem.THROTTLED;
            case KmsException e when e.statusCode() == FORBIDDEN || denies(e) -> KeyServiceProblem.DENIED;
            case KmsException e when e.statusCode() >= SERVER_ERROR -> KeyServiceProblem.OUT_OF_REACH;
            case SdkClientException e -> KeyServiceProblem.OUT_OF_REACH;
            default -> KeyServiceProblem.DENIED;
        };
    }

    private static boolean denies(KmsException failure) {
        return failure.awsErrorDetails() != null
                && "AccessDeniedException".equals(failure.awsErrorDetails().errorCode());
    }
}
