package org.quitclaim.domain.catalogue;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.access.AccountEvent;
import org.quitclaim.domain.access.TokenEvent;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.notice.NoticeEvent;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.vocabulary.VocabularyEvent;

/** Every event there is, found by walking the sealed families; the only list of what a store may hold. */
public final class EventCatalogue {
    /** Names kept for later work, so that nothing else takes them. */
    public static final Set<String> RESERVED = Set.of("consent.person-merged");

    private static final List<Class<? extends DomainEvent>> FAMILIES = List.of(
            NoticeEvent.class,
            ConsentEvent.class,
            CollectionEvent.class,
            PhotoEvent.class,
            PublicationEvent.class,
            ErasureEvent.class,
            RightsEvent.class,
            GovernanceEvent.class,
            BreachEvent.class,
            OrganisationEvent.class,
            VocabularyEvent.class,
            AccountEvent.class,
            TokenEvent.class,
            LinkEvent.class);

    private EventCatalogue() {}

    public static Set<Class<? extends DomainEvent>> all() {
        Set<Class<? extends DomainEvent>> found = new LinkedHashSet<>();
        FAMILIES.forEach(family -> collect(family, found));
        return Collections.unmodifiableSet(found);
    }

    private static void collect(Class<?> type, Set<Class<? extends DomainEvent>> found) {
        if (!type.isSealed()) {
            found.add(type.asSubclass(DomainEvent.class));
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collect(permitted, found);
        }
    }
}
