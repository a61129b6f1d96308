package org.quitclaim.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.quitclaim.eventstore.StreamPosition;

/**
 * The read models' tokens, without any second segment for a projection that joins streams.
 *
 * <p>In two segments one would write a photo as green from a person whose withdrawal the other is just working in, and
 * nothing would ever correct it.
 */
final class SequentialTokens implements TokenStore {
    private final TokenStore tokens;
    private final MongoCollection<Document> stored;
    private final Set<String> unsplittable;

    /** @param stored where {@code tokens} keeps them, @param unsplittable projections that join streams */
    SequentialTokens(TokenStore tokens, MongoCollection<Document> stored, Set<String> unsplittable) {
        this.tokens = tokens;
        this.stored = stored;
        this.unsplittable = Set.copyOf(unsplittable);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.requiresExplicitSegmentInitialization();
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        requireOne(processor, segments - 1);
        tokens.initializeTokenSegments(processor, segments, initial);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        requireOne(processor, segment);
        tokens.initializeSegment(token, processor, segment);
    }

    private void requireOne(String processor, int segment) {
        if (segment > 0 && unsplittable.contains(processor)) {
            throw new UnableToInitializeTokenException(
                    "Projection " + processor + " joins streams and cannot be split into segments.");
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        tokens.storeToken(token, processor, segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return tokens.fetchToken(processor, segment);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        tokens.extendClaim(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.releaseClaim(processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        tokens.deleteToken(processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return tokens.fetchSegments(processor);
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }

    /** The position up to which a projection had come when it was last stopped. */
    long reached(String processor) {
        long lowest = Long.MAX_VALUE;
        for (int segment : fetchSegments(processor)) {
            TrackingToken token = fetchToken(processor, segment);
            releaseClaim(processor, segment);
            lowest = Math.min(lowest, StreamPosition.of(token));
        }
        return lowest == Long.MAX_VALUE ? 0 : lowest;
    }

    /** Forgets how far a projection had come. */
    void clear(String processor) {
        stored.deleteMany(Filters.eq("processor", processor));
    }

    /** Forgets how far every projection had come. */
    void clear() {
        stored.deleteMany(new Document());
    }
}
