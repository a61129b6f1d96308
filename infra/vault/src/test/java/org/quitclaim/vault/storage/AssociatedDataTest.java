package org.quitclaim.vault.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.VaultSamples;

class AssociatedDataTest {

    @Property
    @Requirement("R33")
    void differentFieldsNeverHaveTheSameForm(
            @ForAll @Size(max = 4) List<@StringLength(max = 3) @CharRange(from = 'a', to = 'b') String> one,
            @ForAll @Size(max = 4) List<@StringLength(max = 3) @CharRange(from = 'a', to = 'b') String> other) {
        assertThat(Arrays.equals(form(one), form(other))).isEqualTo(one.equals(other));
    }

    private static byte[] form(List<String> fields) {
        return AssociatedData.fields(fields.stream().map(AssociatedData::text).toArray(byte[][]::new));
    }

    @Test
    @Requirement("R33")
    void everyPartOfTheContextCounts() {
        InstallationId installation = IdMint.mint(InstallationId.PREFIX, InstallationId::new);
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        var id = IdMint.recordId();
        RecordKind kind = new RecordKind("name");
        KeyRef otherScope = new KeyRef(key.owner(), KeyScope.EVIDENCE, key.generation());
        KeyRef otherGeneration = new KeyRef(key.owner(), key.scope(), new KeyGeneration(2));
        KeyRef otherOwner = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        assertThat(distinct(
                        AssociatedData.ofRecord(installation, key, id, kind),
                        AssociatedData.ofRecord(IdMint.mint(InstallationId.PREFIX, InstallationId::new), key, id, kind),
                        AssociatedData.ofRecord(installation, otherScope, id, kind),
                        AssociatedData.ofRecord(installation, otherGeneration, id, kind),
                        AssociatedData.ofRecord(installation, otherOwner, id, kind),
                        AssociatedData.ofRecord(installation, key, IdMint.recordId(), kind),
                        AssociatedData.ofRecord(installation, key, id, new RecordKind("mail")),
                        AssociatedData.ofWrappedKey(key, Epoch.FIRST),
                        AssociatedData.ofWrappedKey(otherScope, Epoch.FIRST),
                        AssociatedData.ofWrappedKey(otherGeneration, Epoch.FIRST),
                        AssociatedData.ofWrappedKey(otherOwner, Epoch.FIRST),
                        AssociatedData.ofWrappedKey(key, new Epoch(2)),
                        AssociatedData.ofWrappedSecret(installation, "mac", Epoch.FIRST),
                        AssociatedData.ofWrappedSecret(installation, "mac", new Epoch(2)),
                        AssociatedData.ofWrappedSecret(installation, "other", Epoch.FIRST)))
                .isEqualTo(15);
    }

    private static int distinct(byte[]... forms) {
        Set<List<Byte>> seen = new HashSet<>();
        Stream.of(forms).map(AssociatedDataTest::boxed).forEach(seen::add);
        return seen.size();
    }

    private static List<Byte> boxed(byte[] form) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : form) {
            bytes.add(each);
        }
        return bytes;
    }
}
