package org.quitclaim.query;

import org.quitclaim.access.subjects.SubjectsConfiguration;
import org.quitclaim.eventstore.EventStoreConfiguration;
import org.quitclaim.mongo.MongoConfiguration;
import org.quitclaim.query.certificate.CertificateQueryConfiguration;
import org.quitclaim.query.collection.CollectionQueryConfiguration;
import org.quitclaim.query.consent.ConsentQueryConfiguration;
import org.quitclaim.query.erasure.ErasureQueryConfiguration;
import org.quitclaim.query.live.LiveConfiguration;
import org.quitclaim.query.names.NamesConfiguration;
import org.quitclaim.query.notice.NoticeQueryConfiguration;
import org.quitclaim.query.openapi.OpenApiConfiguration;
import org.quitclaim.query.organisation.OrganisationQueryConfiguration;
import org.quitclaim.query.photo.PhotoQueryConfiguration;
import org.quitclaim.query.projection.ReadModelConfiguration;
import org.quitclaim.query.publication.PublicationQueryConfiguration;
import org.quitclaim.query.rights.RightsQueryConfiguration;
import org.quitclaim.query.vocabulary.VocabularyQueryConfiguration;
import org.quitclaim.query.web.WebConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The whole query side. Needs a {@code Vault}, and the auto-configurations of the event store, MongoDB and access
 * control, which its dependencies bring.
 *
 * <p>Beans for other modules: {@code RebuildReadModels}, {@code ReadPositions}.
 */
@AutoConfiguration(after = {EventStoreConfiguration.class, MongoConfiguration.class})
@Import({
    SubjectsConfiguration.class,
    ReadModelConfiguration.class,
    NoticeQueryConfiguration.class,
    ConsentQueryConfiguration.class,
    CollectionQueryConfiguration.class,
    PhotoQueryConfiguration.class,
    PublicationQueryConfiguration.class,
    ErasureQueryConfiguration.class,
    RightsQueryConfiguration.class,
    CertificateQueryConfiguration.class,
    OrganisationQueryConfiguration.class,
    VocabularyQueryConfiguration.class,
    NamesConfiguration.class,
    LiveConfiguration.class,
    WebConfiguration.class,
    OpenApiConfiguration.class
})
public class QuerySideConfiguration {}
