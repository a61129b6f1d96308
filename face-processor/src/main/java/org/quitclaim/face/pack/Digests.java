package org.quitclaim.face.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** SHA-256 of files and of what a description says, however its lines are laid out. */
final class Digests {
    private static final DigestedFiles FILES = new DigestedFiles(InstantSource.system(), Digests::read);

    private Digests() {}

    /** Read once, unless somebody wrote to it: a drill starts several servers in one process, and tests start hundreds. */
    static String of(Path file) throws IOException {
        return FILES.of(file);
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(JsonNode said) {
        return HexFormat.of().formatHex(sha256().digest(sorted(said).getBytes(StandardCharsets.UTF_8)));
    }

    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            node.propertyStream().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields.toString();
        }
        return node.isArray()
                ? node.valueStream().map(Digests::sorted).collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
