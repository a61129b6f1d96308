package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.eventstore.TokenSerializers;

/** What read models ask of the database, embedded or not. */
abstract class ReadModelContract {
    private static final int PHOTOS = 200;

    private ReadModelDatabase database;
    private MongoCollection<Document> photos;

    abstract ReadModelDatabase open() throws Exception;

    @BeforeEach
    void fill() throws Exception {
        database = open();
        photos = database.database().getCollection("photos");
        photos.createIndex(Indexes.ascending("collection", "status.WEBSITE", "_id"));
        photos.createIndex(Indexes.ascending("persons"));
        photos.createIndex(Indexes.ascending("taken"));
        photos.createIndex(Indexes.ascending("collection", "words", "number"));
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            documents.add(new Document("_id", "pho_%03d".formatted(i))
                    .append("collection", "col_" + i % 4)
                    .append("status", new Document("WEBSITE", i % 3 == 0 ? "GREEN" : "RED"))
                    .append("persons", i % 5 == 0 ? List.of() : List.of("per_" + i % 7, "per_x" + i % 2))
                    .append("taken", i % 11 == 0 ? null : (Object) (long) (i % 50))
                    .append("words", List.of("word " + i % 3, "word " + (3 + i % 2)))
                    .append("number", i)
                    .append("lastSeq", 1L));
        }
        photos.insertMany(documents);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<String> ids(Bson filter, Bson sort, int limit) {
        return photos.find(filter)
                .sort(sort)
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private static List<String> expected(java.util.function.IntPredicate wanted) {
        return java.util.stream.IntStream.range(0, PHOTOS)
                .filter(wanted)
                .mapToObj("pho_%03d"::formatted)
                .toList();
    }

    @Test
    void aDatabaseServesTheInstallationThatBeganItAndNobodyElse() {
        DatabaseOwner owner = new DatabaseOwner(database.database());
        assertThatThrownBy(() -> owner.require("ins_one"))
                .as("what nobody signed may be anybody's")
                .isInstanceOf(RefusedStart.class);
        photos.drop();
        owner.require("ins_one");
        owner.require("ins_one");
        assertThatThrownBy(() -> owner.require("ins_two"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("start.other-read-models");
        owner.require("ins_one");
        database.database().getCollection(DatabaseOwner.COLLECTION).drop();
    }

    @Test
    void aPageIsFoundByEqualityAndCursorInOrderWithoutAScan() {
        Bson filter = Filters.and(Filters.eq("collection", "col_1"), Filters.eq("status.WEBSITE", "RED"));
        List<String> all = expected(i -> i % 4 == 1 && i % 3 != 0);
        assertThat(ids(filter, Sorts.ascending("_id"), 10)).isEqualTo(all.subList(0, 10));
        assertThat(ids(Filters.and(filter, Filters.gt("_id", all.get(9))), Sorts.ascending("_id"), 10))
                .isEqualTo(all.subList(10, 20));
        assertThat(ids(filter, Sorts.descending("_id"), 3))
                .isEqualTo(all.reversed().subList(0, 3));
        database.assertNoScans();
    }

    @Test
    void aPrefixOfACompoundIndexIsEnough() {
        assertThat(ids(Filters.eq("collection", "col_2"), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 4 == 2));
        database.assertNoScans();
    }

    @Test
    void severalValuesOfAFieldAreFound() {
        assertThat(ids(Filters.in("collection", "col_0", "col_3", "col_9"), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 4 == 0 || i % 4 == 3));
        database.assertNoScans();
    }

    /** As lists are asked: any of some words, newest first, and no more is looked at than is answered. */
    @Test
    void several_values_of_a_compound_index_come_in_one_order() {
        Bson filter = Filters.and(
                Filters.in("collection", "col_0", "col_3"),
                Filters.in("words", "word 1", "word 4", "word 9"),
                Filters.lt("number", 150));
        List<String> all = expected(i -> i < 150 && (i % 4 == 0 || i % 4 == 3) && (i % 3 == 1 || i % 2 == 1));
        long before = database.lookedAt();
        assertThat(ids(filter, Sorts.descending("number"), 10))
                .isEqualTo(all.reversed().subList(0, 10));
        assertThat(database.lookedAt() - before).isLessThanOrEqualTo(11);
        assertThat(ids(filter, Sorts.ascending("number"), 0)).isEqualTo(all);
        database.assertNoScans();
    }

    @Test
    void the_next_value_is_found_without_passing_those_that_have_this_one() {
        long before = database.lookedAt();
        assertThat(ids(Filters.gt("collection", "col_0"), Sorts.ascending("collection"), 1))
                .hasSize(1)
                .isSubsetOf(expected(i -> i % 4 == 1));
        assertThat(database.lookedAt() - before).isLessThanOrEqualTo(2);
        database.assertNoScans();
    }

    @Test
    void anElementOfAnArrayIsFoundAndAnEmptyArrayIsNot() {
        assertThat(ids(Filters.eq("persons", "per_3"), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 5 != 0 && i % 7 == 3));
        assertThat(ids(Filters.in("persons", "per_3", "per_x1"), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 5 != 0 && (i % 7 == 3 || i % 2 == 1)));
        database.assertNoScans();
    }

    @Test
    void rangesKeepToTheTypeOfTheirBounds() {
        assertThat(ids(Filters.and(Filters.gte("taken", 10L), Filters.lt("taken", 12L)), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 11 != 0 && (i % 50 == 10 || i % 50 == 11)));
        assertThat(ids(Filters.lte("taken", 3), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 11 != 0 && i % 50 <= 3));
        assertThat(ids(Filters.eq("taken", null), Sorts.ascending("_id"), 0)).isEqualTo(expected(i -> i % 11 == 0));
        database.assertNoScans();
    }

    @Test
    void anIndexFollowsUpdatesAndDeletions() {
        photos.updateOne(Filters.eq("_id", "pho_001"), Updates.set("status.WEBSITE", "AMBER"));
        photos.updateMany(Filters.eq("collection", "col_3"), Updates.set("persons", List.of("per_new")));
        photos.deleteMany(Filters.eq("collection", "col_2"));
        assertThat(ids(
                        Filters.and(Filters.eq("collection", "col_1"), Filters.eq("status.WEBSITE", "AMBER")),
                        Sorts.ascending("_id"),
                        0))
                .containsExactly("pho_001");
        assertThat(ids(Filters.eq("persons", "per_new"), Sorts.ascending("_id"), 0))
                .isEqualTo(expected(i -> i % 4 == 3));
        assertThat(ids(Filters.eq("collection", "col_2"), Sorts.ascending("_id"), 0))
                .isEmpty();
        database.assertNoScans();
    }

    @Test
    void aUniqueIndexRefusesASecondDocument() {
        photos.createIndex(
                Indexes.ascending("reference"), new IndexOptions().unique(true).sparse(true));
        photos.updateOne(Filters.eq("_id", "pho_001"), Updates.set("reference", "a"));
        photos.updateOne(Filters.eq("_id", "pho_001"), Updates.set("reference", "a"));
        assertThatThrownBy(() -> photos.updateOne(Filters.eq("_id", "pho_002"), Updates.set("reference", "a")))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> photos.insertOne(new Document("_id", "pho_001")))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void aGuardedUpdateIsAppliedOnceAndNeverBackwards() {
        assertThat(late(guarded("pho_001", 2), guarded("pho_new", 5))).isZero();
        assertThat(late(guarded("pho_001", 2), guarded("pho_001", 1))).isEqualTo(2);
        assertThat(late(guarded("pho_new", 4))).isEqualTo(1);
        assertThat(photos.find(Filters.eq("_id", "pho_001")).first())
                .containsEntry("version", 2)
                .containsEntry("lastSeq", 2L);
        assertThat(photos.find(Filters.eq("_id", "pho_new")).first())
                .containsEntry("version", 5)
                .containsEntry("lastSeq", 5L);
        database.assertNoScans();
    }

    private static WriteModel<Document> guarded(String id, long sequence) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.lt("lastSeq", sequence)),
                Updates.combine(Updates.set("version", (int) sequence), Updates.set("lastSeq", sequence)),
                new UpdateOptions().upsert(true));
    }

    /** How many of these came too late: the guard does not hold, and what is inserted instead has a taken id. */
    @SafeVarargs
    private final int late(WriteModel<Document>... updates) {
        try {
            photos.bulkWrite(List.of(updates), new BulkWriteOptions().ordered(false));
            return 0;
        } catch (MongoBulkWriteException e) {
            assertThat(e.getWriteErrors()).allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            return e.getWriteErrors().size();
        }
    }

    @Test
    void aTokenIsOwnedByOneAndReadBackByTheNext() {
        ReadModelTokenStore mine = tokens("me");
        ReadModelTokenStore yours = tokens("you");
        mine.initializeTokenSegments("photos", 2, null);
        assertThat(mine.fetchToken("photos", 0)).isNull();
        assertThatThrownBy(() -> yours.fetchToken("photos", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> yours.storeToken(new GlobalSequenceTrackingToken(1), "photos", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        GapAwareTrackingToken token = new GapAwareTrackingToken(7, List.of());
        mine.storeToken(token, "photos", 0);
        mine.storeToken(token, "photos", 0);
        mine.releaseClaim("photos", 0);
        assertThat(yours.fetchToken("photos", 0)).isEqualTo(token);
        assertThat(mine.fetchSegments("photos")).containsExactly(0, 1);
        assertThatThrownBy(() -> mine.fetchToken("photos", 9)).isInstanceOf(UnableToClaimTokenException.class);
    }

    private ReadModelTokenStore tokens(String owner) {
        return new ReadModelTokenStore(
                database.database().getCollection(ReadModelTokenStore.COLLECTION), TokenSerializers.create(), owner);
    }
}
