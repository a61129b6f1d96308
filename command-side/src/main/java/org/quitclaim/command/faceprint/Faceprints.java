package org.quitclaim.command.faceprint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.vault.Plaintext;

/** The sealed form of a faceprint: {@code float[dimension]}, little endian. */
public final class Faceprints {
    private Faceprints() {}

    static Plaintext seal(ProbeVector vector) {
        byte[] bytes = new byte[vector.dimension() * Float.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < vector.dimension(); i++) {
            buffer.putFloat(vector.view().getAtIndex(ValueLayout.JAVA_FLOAT, i));
        }
        return Plaintext.owning(bytes);
    }

    /** The numbers themselves, for the one copy that leaves: the person's own. The opened bytes are overwritten here. */
    public static float[] numbers(Plaintext opened) {
        ByteBuffer buffer = ByteBuffer.wrap(opened.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        float[] numbers = new float[buffer.remaining() / Float.BYTES];
        buffer.asFloatBuffer().get(numbers);
        opened.wipe();
        return numbers;
    }

    /** The caller closes the vector; the opened bytes are overwritten here. */
    static ProbeVector open(Plaintext opened) {
        ByteBuffer buffer = ByteBuffer.wrap(opened.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, buffer.remaining() / Float.BYTES);
            for (int i = 0; buffer.hasRemaining(); i++) {
                floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, buffer.getFloat());
            }
            ProbeVector vector = ProbeVector.copyOf(floats);
            floats.fill((byte) 0);
            return vector;
        } finally {
            opened.wipe();
        }
    }
}
