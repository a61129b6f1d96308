package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the driver to the server of this process: what the driver writes is handled at once, in the driver's
 * own thread, and what the server answers is there to be read.
 *
 * <p><b>Errors:</b> {@link IOException} once the server it was made to is not the one that serves; the driver then makes
 * another connection.
 *
 * <p><b>Thread-safety:</b> one thread at a time, as the driver uses its connections.
 */
final class InProcessConnection {
    private final Supplier<@Nullable MongoBackend> serving;
    private final MongoBackend backend;
    private final EmbeddedChannel channel;
    private @Nullable ByteBuf answer;

    InProcessConnection(Supplier<@Nullable MongoBackend> serving) throws IOException {
        this.serving = serving;
        this.backend = now(serving);
        this.channel = new EmbeddedChannel(
                DefaultChannelId.newInstance(),
                new MongoWireReplyEncoder(),
                new MongoWireMessageEncoder(),
                new MongoWireProtocolHandler(),
                new MongoDatabaseHandler(backend, new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE)),
                new MongoExceptionHandler());
    }

    private static MongoBackend now(Supplier<@Nullable MongoBackend> serving) throws IOException {
        MongoBackend backend = serving.get();
        if (backend == null) {
            throw new IOException("the embedded server is closed");
        }
        return backend;
    }

    void close() {
        channel.close();
        channel.releaseInbound();
        channel.releaseOutbound();
    }

    OutputStream questions() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (!now(serving).equals(backend)) {
                    throw new IOException("another server serves now");
                }
                // a copy: the driver uses its buffers again
                channel.writeInbound(Unpooled.copiedBuffer(bytes, from, length));
            }
        };
    }

    InputStream answers() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int most) {
                ByteBuf next = next();
                if (next == null) {
                    return -1;
                }
                int length = Math.min(most, next.readableBytes());
                next.readBytes(bytes, from, length);
                return length;
            }
        };
    }

    /** What is left of an answer; null where there is none, so that the driver takes the connection for closed. */
    private @Nullable ByteBuf next() {
        while (answer == null || !answer.isReadable()) {
            if (answer != null) {
                answer.release();
            }
            answer = channel.readOutbound();
            if (answer == null) {
                return null;
            }
        }
        return answer;
    }
}
