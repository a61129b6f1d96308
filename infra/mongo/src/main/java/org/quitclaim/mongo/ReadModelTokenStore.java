package org.quitclaim.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far each projection has come, beside the documents it writes: whatever loses the one loses the other.
 *
 * <p><b>Guarantees:</b> one owner per segment at a time, by one atomic update; a claim that was not extended for
 * {@link #CLAIM_TIMEOUT} can be taken over.
 *
 * <p>Own code and not {@code axon-mongo}: its {@code storeToken} can fail when the same token is stored twice within a
 * millisecond.
 */
public final class ReadModelTokenStore implements TokenStore {
    public static final String COLLECTION = "tokens";
    public static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> tokens;
    private final Serializer serializer;
    private final String owner;
    private final Clock clock = Clock.systemUTC();

    public ReadModelTokenStore(MongoCollection<Document> tokens, Serializer serializer, String owner) {
        this.tokens = tokens;
        this.serializer = serializer;
        this.owner = owner;
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException("The segments of " + processor + " exist already");
        }
        for (int segment = 0; segment < count; segment++) {
            initializeSegment(initial, processor, segment);
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        Document document = new Document("_id", id(processor, segment))
                .append("processor", processor)
                .append("segment", segment)
                .append("owner", null)
                .append("claimedAt", 0L);
        document.putAll(stored(token));
        try {
            tokens.insertOne(document);
        } catch (MongoWriteException e) {
            throw new UnableToInitializeTokenException("The segment exists already: " + id(processor, segment), e);
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        List<Bson> changes = new ArrayList<>();
        stored(token).forEach((field, value) -> changes.add(Updates.set(field, value)));
        claim(processor, segment, changes);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        claim(processor, segment, List.of());
        Document found = tokens.find(Filters.eq("_id", id(processor, segment))).first();
        return found == null ? null : read(found);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        claim(processor, segment, List.of());
    }

    private void claim(String processor, int segment, List<Bson> changes) {
        long now = clock.millis();
        Bson free = Filters.or(
                Filters.eq("owner", null),
                Filters.eq("owner", owner),
                Filters.lt("claimedAt", now - CLAIM_TIMEOUT.toMillis()));
        List<Bson> all = new ArrayList<>(changes);
        all.add(Updates.set("owner", owner));
        all.add(Updates.set("claimedAt", now));
        long claimed = tokens.updateOne(
                        Filters.and(Filters.eq("_id", id(processor, segment)), free), Updates.combine(all))
                .getMatchedCount();
        if (claimed == 0) {
            throw new UnableToClaimTokenException(
                    "Segment " + id(processor, segment) + " does not exist or belongs to another process");
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.updateOne(owned(processor, segment), Updates.set("owner", null));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        if (tokens.deleteOne(owned(processor, segment)).getDeletedCount() == 0) {
            throw new UnableToClaimTokenException("Segment " + id(processor, segment) + " is not owned here");
        }
    }

    @Override
    public int[] fetchSegments(String processor) {
        List<Integer> segments = tokens.find(Filters.eq("processor", processor))
                .sort(Sorts.ascending("segment"))
                .map(document -> document.getInteger("segment"))
                .into(new ArrayList<>());
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }

    private Bson owned(String processor, int segment) {
        return Filters.and(Filters.eq("_id", id(processor, segment)), Filters.eq("owner", owner));
    }

    private static String id(String processor, int segment) {
        return processor + "[" + segment + "]";
    }

    private Document stored(@Nullable TrackingToken token) {
        if (token == null) {
            return new Document("token", null).append("tokenType", null);
        }
        SerializedObject<byte[]> form = serializer.serialize(token, byte[].class);
        return new Document("token", new String(form.getData(), StandardCharsets.UTF_8))
                .append("tokenType", form.getType().getName());
    }

    private @Nullable TrackingToken read(Document document) {
        String token = document.getString("token");
        return token == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(
                        token.getBytes(StandardCharsets.UTF_8), byte[].class, document.getString("tokenType"), null));
    }
}
