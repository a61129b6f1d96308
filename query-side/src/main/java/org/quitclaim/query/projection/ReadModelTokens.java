package org.quitclaim.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far each projection has come, in the database of the documents it writes: whoever loses one loses the other, and
 * replays.
 *
 * <p><b>Guarantees:</b> a projection that joins streams has segment 0 and never another. Two processes do not hold one
 * segment at a time; a claim that was not renewed for {@value #CLAIM_SECONDS} s can be taken over.
 */
final class ReadModelTokens implements TokenStore {
    private static final int CLAIM_SECONDS = 10;
    private static final String OWNER = "owner";
    private static final String SINCE = "since";
    private static final String PROCESSOR = "processor";
    private static final String TOKEN = "token";
    private static final String NOBODY = "";

    private final MongoCollection<Document> tokens;
    private final Serializer serializer;
    private final Set<String> unsplittable;
    private final Clock clock;
    private final String me = ManagementFactory.getRuntimeMXBean().getName();

    ReadModelTokens(MongoDatabase database, Serializer serializer, Set<String> unsplittable, Clock clock) {
        this.tokens = database.getCollection("tokens");
        this.serializer = serializer;
        this.unsplittable = Set.copyOf(unsplittable);
        this.clock = clock;
        tokens.createIndex(Indexes.ascending(PROCESSOR));
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        for (int segment = 0; segment < segments; segment++) {
            initializeSegment(initial, processor, segment);
        }
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        if (segment != 0 && unsplittable.contains(processor)) {
            throw new UnableToInitializeTokenException(
                    "Projection " + processor + " joins streams: in two segments it would keep a green for ever.");
        }
        if (tokens.find(Filters.eq(id(processor, segment))).first() != null) {
            throw new UnableToInitializeTokenException("Segment " + segment + " of " + processor + " exists already.");
        }
        tokens.insertOne(form(token, processor, segment, NOBODY));
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment)
            throws UnableToClaimTokenException {
        Bson mine = Filters.and(Filters.eq(id(processor, segment)), Filters.eq(OWNER, me));
        long stored = tokens.replaceOne(mine, form(token, processor, segment, me), new ReplaceOptions().upsert(false))
                .getMatchedCount();
        requireClaim(stored, processor, segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) throws UnableToClaimTokenException {
        claim(processor, segment);
        Document form = tokens.find(Filters.eq(id(processor, segment))).first();
        return form == null || form.get(TOKEN) == null ? null : token(form);
    }

    private void claim(String processor, int segment) {
        long expired = clock.millis() - Duration.ofSeconds(CLAIM_SECONDS).toMillis();
        Bson free = Filters.and(
                Filters.eq(id(processor, segment)),
                Filters.or(Filters.in(OWNER, me, NOBODY), Filters.lt(SINCE, expired)));
        Bson taken = Updates.combine(Updates.set(OWNER, me), Updates.set(SINCE, clock.millis()));
        requireClaim(tokens.updateOne(free, taken).getMatchedCount(), processor, segment);
    }

    private static void requireClaim(long matched, String processor, int segment) {
        if (matched == 0) {
            throw new UnableToClaimTokenException(
                    "Segment " + segment + " of " + processor + " is held by another process, or does not exist.");
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.updateOne(
                Filters.and(Filters.eq(id(processor, segment)), Filters.eq(OWNER, me)), Updates.set(OWNER, NOBODY));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        tokens.deleteOne(Filters.eq(id(processor, segment)));
    }

    @Override
    public int[] fetchSegments(String processor) {
        List<Integer> segments = new ArrayList<>();
        tokens.find(Filters.eq(PROCESSOR, processor)).forEach(form -> segments.add(form.getInteger("segment")));
        return segments.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(tokens.getNamespace().getFullName());
    }

    /** Forgets how far anybody had come. */
    void clear() {
        tokens.deleteMany(new Document());
    }

    private static String id(String processor, int segment) {
        return processor + "/" + segment;
    }

    private Document form(@Nullable TrackingToken token, String processor, int segment, String owner) {
        Document form = new Document("_id", id(processor, segment))
                .append(PROCESSOR, processor)
                .append("segment", segment)
                .append(OWNER, owner)
                .append(SINCE, clock.millis());
        if (token != null) {
            form.append("type", token.getClass().getName());
            form.append(TOKEN, serializer.serialize(token, String.class).getData());
        }
        return form;
    }

    private TrackingToken token(Document form) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(form.getString(TOKEN), String.class, form.getString("type"), null));
    }
}
