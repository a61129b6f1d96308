package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents in the file as BSON, as they come over the wire. The server's own way, Java's serialisation, takes several
 * times as long and as much room for documents of many fields.
 */
final class StoredDocument extends BasicDataType<Document> {
    static final StoredDocument TYPE = new StoredDocument();

    /** Of a field in memory, names and values included; for the size of the cache. */
    private static final int BYTES_OF_A_FIELD = 120;

    private StoredDocument() {}

    @Override
    public int getMemory(Document document) {
        return BYTES_OF_A_FIELD * fields(document);
    }

    private static int fields(Object value) {
        int fields = 1;
        if (value instanceof Document document) {
            for (Object inner : document.values()) {
                fields += fields(inner);
            }
        } else if (value instanceof Iterable<?> elements) {
            for (Object inner : elements) {
                fields += fields(inner);
            }
        }
        return fields;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf form = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, form);
        buffer.putVarInt(form.readableBytes()).put(form.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        int length = org.h2.mvstore.DataUtils.readVarInt(buffer);
        ByteBuffer form = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(form));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
