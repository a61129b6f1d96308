package org.quitclaim.kms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AlreadyExistsException;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.CreateAliasResponse;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.DisableKeyRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyResponse;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionResponse;

/** KMS in memory, as far as its documentation says how the calls we make behave; its clock is the test's. */
final class FakeKms implements KmsClient {
    private static final int GCM_IV = 12;
    private static final int GCM_TAG_BITS = 128;
    private static final int KEY_ID = 36;
    private static final int LARGEST_PLAINTEXT = 4096;

    private static final class Key {
        final byte[] material = random(32);
        String description = "";
        KeyState state = KeyState.ENABLED;

        @Nullable
        Instant deletion;
    }

    private final Map<String, Key> keys = new TreeMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final InstantSource clock;
    private @Nullable SdkException next;
    private boolean answerLost;
    int calls;

    FakeKms(InstantSource clock) {
        this.clock = clock;
    }

    /** The next call fails like this. */
    void failOnce(SdkException failure) {
        next = failure;
    }

    /** The deletion is scheduled, and nobody hears of it. */
    void loseTheAnswerOfTheNextSchedule() {
        answerLost = true;
    }

    int keyCount() {
        return keys.size();
    }

    KeyState stateOf(String alias) {
        return key(alias).state;
    }

    /** What an administrator may do. */
    void repoint(String alias, String description) {
        String id = UUID.randomUUID().toString();
        Key other = new Key();
        other.description = description;
        keys.put(id, other);
        aliases.put(alias, id);
    }

    String onlyAliasEnding(String end) {
        return aliases.keySet().stream()
                .filter(alias -> alias.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    String description(String alias) {
        return key(alias).description;
    }

    @Override
    public CreateKeyResponse createKey(CreateKeyRequest request) {
        called();
        String id = UUID.randomUUID().toString();
        Key made = new Key();
        made.description = request.description();
        keys.put(id, made);
        return CreateKeyResponse.builder().keyMetadata(metadata(id, made)).build();
    }

    @Override
    public CreateAliasResponse createAlias(CreateAliasRequest request) {
        called();
        if (!request.aliasName().matches("alias/[a-zA-Z0-9/_-]{1,250}")) {
            throw KmsException.builder()
                    .statusCode(400)
                    .message("ValidationException")
                    .build();
        }
        if (aliases.containsKey(request.aliasName())) {
            throw AlreadyExistsException.builder().statusCode(400).build();
        }
        aliases.put(request.aliasName(), request.targetKeyId());
        return CreateAliasResponse.builder().build();
    }

    @Override
    public DescribeKeyResponse describeKey(DescribeKeyRequest request) {
        called();
        Key found = key(request.keyId());
        return DescribeKeyResponse.builder()
                .keyMetadata(metadata(id(request.keyId()), found))
                .build();
    }

    @Override
    public EncryptResponse encrypt(EncryptRequest request) {
        called();
        byte[] plaintext = request.plaintext().asByteArray();
        if (plaintext.length > LARGEST_PLAINTEXT) {
            throw KmsException.builder()
                    .statusCode(400)
                    .message("ValidationException")
                    .build();
        }
        Key key = usable(request.keyId());
        byte[] iv = random(GCM_IV);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, iv, plaintext, request.encryptionContext())
                .orElseThrow();
        byte[] blob = ByteBuffer.allocate(KEY_ID + GCM_IV + sealed.length)
                .put(id(request.keyId()).getBytes(StandardCharsets.US_ASCII))
                .put(iv)
                .put(sealed)
                .array();
        return EncryptResponse.builder()
                .ciphertextBlob(SdkBytes.fromByteArray(blob))
                .build();
    }

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
        called();
        byte[] blob = request.ciphertextBlob().asByteArray();
        if (blob.length < KEY_ID + GCM_IV) {
            throw InvalidCiphertextException.builder().statusCode(400).build();
        }
        Key key = usable(request.keyId());
        if (!id(request.keyId()).equals(new String(blob, 0, KEY_ID, StandardCharsets.US_ASCII))) {
            throw IncorrectKeyException.builder().statusCode(400).build();
        }
        byte[] plaintext = crypt(
                        Cipher.DECRYPT_MODE,
                        key,
                        Arrays.copyOfRange(blob, KEY_ID, KEY_ID + GCM_IV),
                        Arrays.copyOfRange(blob, KEY_ID + GCM_IV, blob.length),
                        request.encryptionContext())
                .orElseThrow(() ->
                        InvalidCiphertextException.builder().statusCode(400).build());
        return DecryptResponse.builder()
                .plaintext(SdkBytes.fromByteArray(plaintext))
                .build();
    }

    @Override
    public DisableKeyResponse disableKey(DisableKeyRequest request) {
        called();
        Key found = key(request.keyId());
        if (found.state == KeyState.PENDING_DELETION) {
            throw KmsInvalidStateException.builder().statusCode(400).build();
        }
        found.state = KeyState.DISABLED;
        return DisableKeyResponse.builder().build();
    }

    @Override
    public ScheduleKeyDeletionResponse scheduleKeyDeletion(ScheduleKeyDeletionRequest request) {
        called();
        if (request.pendingWindowInDays() < 7 || request.pendingWindowInDays() > 30) {
            throw KmsException.builder()
                    .statusCode(400)
                    .message("ValidationException")
                    .build();
        }
        Key found = key(request.keyId());
        if (found.state == KeyState.PENDING_DELETION) {
            throw KmsInvalidStateException.builder().statusCode(400).build();
        }
        Instant deletion = clock.instant().plus(Duration.ofDays(request.pendingWindowInDays()));
        found.state = KeyState.PENDING_DELETION;
        found.deletion = deletion;
        if (answerLost) {
            answerLost = false;
            throw SdkClientException.create("connection reset");
        }
        return ScheduleKeyDeletionResponse.builder()
                .deletionDate(deletion)
                .keyState(found.state)
                .build();
    }

    private void called() {
        calls++;
        keys.values().removeIf(key -> key.deletion != null && !key.deletion.isAfter(clock.instant()));
        aliases.values().removeIf(id -> !keys.containsKey(id));
        SdkException failure = next;
        next = null;
        if (failure != null) {
            throw failure;
        }
    }

    private String id(String keyId) {
        return aliases.getOrDefault(keyId, keyId);
    }

    private Key key(String keyId) {
        return Optional.ofNullable(keys.get(id(keyId)))
                .orElseThrow(() -> NotFoundException.builder().statusCode(400).build());
    }

    private Key usable(String keyId) {
        Key found = key(keyId);
        if (found.state == KeyState.DISABLED) {
            throw DisabledException.builder().statusCode(409).build();
        }
        if (found.state != KeyState.ENABLED) {
            throw KmsInvalidStateException.builder().statusCode(409).build();
        }
        return found;
    }

    private static KeyMetadata metadata(String id, Key key) {
        return KeyMetadata.builder()
                .keyId(id)
                .description(key.description)
                .keyState(key.state)
                .deletionDate(key.deletion)
                .build();
    }

    private static Optional<byte[]> crypt(
            int mode, Key key, byte[] iv, byte[] text, Map<String, String> encryptionContext) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.material, "AES"), new GCMParameterSpec(GCM_TAG_BITS, iv));
            cipher.updateAAD(new TreeMap<>(encryptionContext).toString().getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        keys.clear();
    }
}
