package org.quitclaim.command.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * How what may hold the numbers of a face is written: so that no buffer that is kept for the next answer keeps them, neither
 * the JSON library's nor the web server's (one of the answer, one of its connection, one of its thread beside the heap).
 */
final class LeftNowhere extends OutputStream {
    /** More than the web server's buffers of one answer hold together. */
    private static final int FILLER = 3 * 8192;
    /** What is larger than its buffer the web server writes past it, and the buffer would keep what it has. */
    private static final int PIECE = 1024;

    private static final JsonFactory KEEPS_NO_BUFFER = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private final OutputStream to;

    LeftNowhere(OutputStream to) {
        this.to = to;
    }

    static void json(JsonMapper json, Object data, OutputStream to) {
        ObjectWriteContext pretty = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator generator = KEEPS_NO_BUFFER.createGenerator(pretty, to)) {
            json.writer().writeValue(generator, data);
        }
    }

    /** Spaces, which mean nothing behind a JSON text (RFC 8259), nor in the comment of an archive. */
    static byte[] filler() {
        byte[] filler = new byte[FILLER];
        Arrays.fill(filler, (byte) ' ');
        return filler;
    }

    @Override
    public void write(int one) throws IOException {
        to.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            to.write(bytes, offset + done, Math.min(PIECE, length - done));
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
