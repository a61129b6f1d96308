package org.quitclaim.query.collection;

import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CollectionQueries {
    private final CollectionProjector collections;
    private final Shoots shoots;

    CollectionQueries(CollectionProjector collections, Shoots shoots) {
        this.collections = collections;
        this.shoots = shoots;
    }

    @GetMapping("/api/collections")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<CollectionView> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit,
            Reach reach) {
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        Page<CollectionDocument> page = switch (reach) {
            case Reach.Everything everything -> collections.documents().page(from, most);
            case Reach.OwnCollections own ->
                collections
                        .documents()
                        .page(
                                Criteria.where(CollectionDocument.PHOTOGRAPHERS)
                                        .is(own.photographer().value()),
                                from,
                                most);
        };
        return page.map(document -> CollectionView.of(document, reach));
    }

    @GetMapping("/api/collections/{id}")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    CollectionView get(@PathVariable String id, Reach reach) {
        return collections
                .documents()
                .find(new CollectionId(id).value())
                .filter(found -> shoots.reaches(reach, found.collection().id()))
                .map(document -> CollectionView.of(document, reach))
                .orElseThrow(Asked::unknownId);
    }
}
