package org.quitclaim.query.photo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.query.projection.DocumentCollection;

/** Persons and collections as they are after a batch: what it changed, else what is stored. */
record StatusSources(
        DocumentCollection<StatusPerson> persons,
        Map<String, StatusPerson> changedPersons,
        DocumentCollection<StatusCollection> collections,
        Map<String, StatusCollection> changedCollections) {

    Map<PersonId, Outlook> outlooks(Collection<PersonId> ids) {
        Map<String, StatusPerson> known = new HashMap<>(persons.load(distinct(ids.stream()
                .map(PersonId::value)
                .filter(id -> !changedPersons.containsKey(id))
                .toList())));
        known.putAll(changedPersons);
        Map<PersonId, Outlook> outlooks = new HashMap<>();
        known.values()
                .forEach(one -> outlooks.put(one.person().id(), one.person().outlook()));
        return outlooks;
    }

    Map<String, UseContext> contexts(Collection<String> ids) {
        Map<String, StatusCollection> known = new HashMap<>(collections.load(distinct(ids)));
        known.putAll(changedCollections);
        Map<String, UseContext> contexts = new HashMap<>();
        known.forEach((id, one) -> contexts.put(id, one.collection().context()));
        return contexts;
    }

    private static List<String> distinct(Collection<String> ids) {
        return ids.stream().distinct().toList();
    }
}
