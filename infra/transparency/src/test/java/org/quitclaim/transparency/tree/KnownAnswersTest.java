package org.quitclaim.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quitclaim.domain.Requirement;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.note.LogKey;

/** What Go's own checksum database would answer; {@code src/test/go/main.go} prints the file. */
@Requirement("R60")
class KnownAnswersTest {
    private static final int SIZE = 600;
    private static final List<byte[]> LEAVES = LongStream.range(0, SIZE)
            .mapToObj(i -> TreeHash.leaf(("entry-" + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final Proofs PROOFS = new Proofs(SmallTree.of(LEAVES));

    @Test
    void the_tree_of_nothing_and_one_empty_leaf_are_those_of_the_rfc() {
        assertThat(hex(TreeHash.empty())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(TreeHash.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @TestFactory
    Stream<DynamicTest> each_answer_is_the_known_one() throws IOException {
        Map<String, List<byte[]>> tiles = new HashMap<>();
        Edge edge = new Edge(
                (level, index, hashes) -> tiles.put(Tile.full(level, index).path(), hashes));
        LEAVES.forEach(edge::add);
        for (int level = 0; level < Edge.levels(SIZE); level++) {
            tiles.put(
                    new Tile(level, (long) SIZE >>> Tile.HEIGHT * (level + 1), Edge.width(SIZE, level)).path(),
                    edge.partial(level));
        }
        List<String> answers = answers();
        String key = only(answers, "key ");
        return answers.stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.substring(0, Math.min(40, line.length())),
                        () -> compare(line.split(" "), line, tiles, key)));
    }

    private static void compare(String[] parts, String line, Map<String, List<byte[]>> tiles, String key) {
        switch (parts[0]) {
            case "root" -> {
                int size = Integer.parseInt(parts[1]);
                Edge edge = new Edge((level, index, hashes) -> {});
                LEAVES.subList(0, size).forEach(edge::add);
                assertThat(hex(edge.root())).isEqualTo(parts[2]);
                assertThat(hex(PROOFS.root(size))).isEqualTo(parts[2]);
            }
            case "inclusion" ->
                assertThat(PROOFS.inclusion(Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                        .extracting(KnownAnswersTest::hex)
                        .isEqualTo(Arrays.asList(parts).subList(3, parts.length));
            case "consistency" -> consistency(parts);
            case "tile" ->
                assertThat(hex(sha256(Tile.bytes(Objects.requireNonNull(tiles.get(parts[1]))))))
                        .isEqualTo(parts[2]);
            case "path" -> {
                Tile tile = new Tile(Integer.parseInt(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
                assertThat(tile.path()).isEqualTo(parts[4]);
                assertThat(Tile.at(parts[4])).contains(tile);
            }
            case "key" -> assertThat(LogKey.parse(parts[1]).text()).isEqualTo(parts[1]);
            default -> {
                String note =
                        line.substring("note \"".length(), line.length() - 1).replace("\\n", "\n");
                assertThat(Checkpoint.verified(note, LogKey.parse(key)))
                        .isEqualTo(Optional.of(new Checkpoint("quitclaim/vectors", SIZE, PROOFS.root(SIZE))));
            }
        }
    }

    private static void consistency(String[] parts) {
        List<byte[]> known = new ArrayList<>();
        Arrays.asList(parts)
                .subList(3, parts.length)
                .forEach(hash -> known.add(HexFormat.of().parseHex(hash)));
        long older = Long.parseLong(parts[1]);
        long newer = Long.parseLong(parts[2]);
        assertThat(ProofCheck.extend(older, PROOFS.root(older), newer, PROOFS.root(newer), known))
                .isTrue();
        assertThat(PROOFS.consistency(older, newer)).usingRecursiveComparison().isEqualTo(known);
    }

    private static String only(List<String> answers, String word) {
        return answers.stream()
                .filter(line -> line.startsWith(word))
                .findFirst()
                .orElseThrow()
                .substring(word.length());
    }

    private static List<String> answers() throws IOException {
        try (InputStream in = Objects.requireNonNull(KnownAnswersTest.class.getResourceAsStream("/tlog-vectors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
