package org.quitclaim.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which form the documents of each projection were written, kept beside them.
 *
 * <p><b>Guarantees:</b> no document of another form is ever read: those of a projection whose form or revision changed are
 * dropped, with its place in the history, before it reads or writes any, on every kind of MongoDB. The projection then
 * begins anew by itself. A crash in between drops them again.
 */
final class StoredForms {
    static final String COLLECTION = "forms";
    private static final Logger LOG = LoggerFactory.getLogger(StoredForms.class);
    private static final String ID = "_id";
    private static final String FORM = "form";

    private final MongoCollection<Document> forms;
    private final SequentialTokens tokens;

    StoredForms(MongoDatabase database, SequentialTokens tokens) {
        this.forms = database.getCollection(COLLECTION);
        this.tokens = tokens;
    }

    /** Drops what was written in another form, and remembers the form of now. @return whose documents were dropped */
    List<String> settle(List<Projection> projections) {
        List<String> dropped = new ArrayList<>();
        for (Projection projection : projections) {
            String form = form(projection);
            Document kept = forms.find(Filters.eq(ID, projection.name())).first();
            if (kept != null && form.equals(kept.getString(FORM))) {
                continue;
            }
            if (tokens.fetchSegments(projection.name()).length > 0) {
                LOG.warn(
                        "What the screens keep of {} was written in another form, by another version; it is dropped and"
                                + " made anew from the events. Screens show what is there by then.",
                        projection.name());
                dropped.add(projection.name());
            }
            projection.documents().forEach(DocumentCollection::clear);
            projection.forget();
            tokens.clear(projection.name());
            // last: whatever was interrupted before is done again
            remember(projection);
        }
        return dropped;
    }

    /** That what is there of it is written in the form of now: to be called when nothing is there. */
    void remember(Projection projection) {
        forms.replaceOne(
                Filters.eq(ID, projection.name()),
                new Document(ID, projection.name()).append(FORM, form(projection)),
                new ReplaceOptions().upsert(true));
    }

    private static String form(Projection projection) {
        return projection.documents().stream()
                .map(DocumentCollection::form)
                .sorted()
                .collect(Collectors.joining(" ", projection.revision() + " ", ""));
    }
}
