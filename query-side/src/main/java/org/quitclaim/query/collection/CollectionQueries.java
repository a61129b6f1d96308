package org.quitclaim.query.collection;

import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CollectionQueries {
    private final CollectionProjector collections;

    CollectionQueries(CollectionProjector collections) {
        this.collections = collections;
    }

    @GetMapping("/api/collections")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<CollectionView> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit) {
        return collections
                .documents()
                .page(Asked.cursor(cursor), Asked.limit(limit), any -> true)
                .map(CollectionView::of);
    }

    @GetMapping("/api/collections/{id}")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    CollectionView get(@PathVariable String id) {
        return collections
                .documents()
                .find(new CollectionId(id).value())
                .map(CollectionView::of)
                .orElseThrow(Asked::unknownId);
    }
}
