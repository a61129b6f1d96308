package org.quitclaim.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log commits to of one event: everything that is stored of it but its position, which is its index in the log.
 *
 * <p><b>Shape:</b> each part with its length before it, four bytes, big end first: id, stream, sequence, type of the stream,
 * time, type, revision, payload as it is stored, then the metadata by name, each a name and a text. Texts are UTF-8;
 * sequence and time are eight bytes, big end first, the time in milliseconds.
 */
public record EventContent(
        String id,
        String stream,
        long sequence,
        String streamType,
        long timeMillis,
        String type,
        String revision,
        byte[] payload,
        SortedMap<String, String> metadata) {
    public EventContent {
        metadata = new TreeMap<>(metadata);
    }

    public byte[] bytes() {
        List<byte[]> parts = new ArrayList<>();
        parts.add(utf8(id));
        parts.add(utf8(stream));
        parts.add(number(sequence));
        parts.add(utf8(streamType));
        parts.add(number(timeMillis));
        parts.add(utf8(type));
        parts.add(utf8(revision));
        parts.add(payload);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            parts.add(utf8(entry.getKey()));
            parts.add(utf8(entry.getValue()));
        }
        ByteBuffer all = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        parts.forEach(part -> all.putInt(part.length).put(part));
        return all.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
