package org.quitclaim.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.mongo.embedded.FullScans;
import org.quitclaim.query.EmbeddedDatabase;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.query.Criteria;

/** Every way in which read models are looked up and written goes by an index, however many documents there are. */
class LargeCollectionsTest {
    private static final int MANY = 10_500;

    @TempDir
    Path folder;

    @org.springframework.data.mongodb.core.mapping.Document("items")
    @CompoundIndex(def = "{'shop': 1, 'born': 1}")
    @CompoundIndex(def = "{'buyers': 1, 'born': 1}")
    record Item(String documentId, String shop, List<String> buyers, long born, long lastSeq) implements ReadDocument {}

    @Test
    void nothingReadsACollectionOfMoreThanTenThousandFromEndToEnd() throws IOException {
        try (EmbeddedDatabase mongo = EmbeddedDatabase.open(folder, FullScans.DEFAULT_LIMIT)) {
            DocumentCollection<Item> items = collection(mongo.database());
            items.write(items(1));
            items.forget();
            items.write(items(2).subList(0, 500));
            items.forget();

            assertThat(items.load(List.of("item-7", "item-9"))).hasSize(2);
            assertThat(items.find("item-7")).get().returns(2L, Item::lastSeq);
            assertThat(items.find(List.of("item-7", "item-10400"))).hasSize(2);
            assertThat(walk(items, MANY / 4)).hasSize(MANY);
            Page<Item> shop = items.page(Criteria.where("shop").is("shop-3"), Cursor.START, 20);
            assertThat(shop.items()).hasSize(20).allMatch(item -> item.shop().equals("shop-3"));
            assertThat(items.page(Criteria.where("buyers").is("buyer-11"), Cursor.START, 20)
                            .items())
                    .isNotEmpty();
            List<String> ids = new ArrayList<>();
            items.idsWhere(Criteria.where("buyers").is("buyer-11"), ids::addAll);
            assertThat(ids).isNotEmpty();
            assertThat(mongo.server().fullScans().seen()).isEmpty();
        }
    }

    @Test
    void anOlderWriteChangesNothing() throws IOException {
        try (EmbeddedDatabase mongo = EmbeddedDatabase.open(folder, FullScans.DEFAULT_LIMIT)) {
            DocumentCollection<Item> items = collection(mongo.database());
            items.write(List.of(new Item("a", "new", List.of(), 1, 5)));
            items.write(List.of(new Item("a", "old", List.of(), 1, 4), new Item("b", "new", List.of(), 2, 1)));
            assertThat(items.find(List.of("a", "b")).stream().map(Item::shop)).containsExactly("new", "new");
        }
    }

    private static DocumentCollection<Item> collection(MongoDatabase database) {
        return new DocumentCollection<>(database, Item.class);
    }

    private static List<Item> items(long sequence) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            items.add(new Item(
                    "item-" + i, "shop-" + i % 40, List.of("buyer-" + i % 500, "buyer-" + i % 499), i + 1, sequence));
        }
        return items;
    }

    private static List<String> walk(DocumentCollection<Item> items, int limit) {
        List<Item> seen = new ArrayList<>();
        String cursor = "";
        do {
            Page<Item> page = items.page(Cursor.parse(cursor), limit);
            seen.addAll(page.items());
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());
        return seen.stream().map(Item::documentId).distinct().collect(Collectors.toList());
    }
}
