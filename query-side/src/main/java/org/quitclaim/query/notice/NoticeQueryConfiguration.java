package org.quitclaim.query.notice;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(NoticeQueries.class)
public class NoticeQueryConfiguration {
    @Bean
    NoticeProjector noticeProjector(MongoDatabase database) {
        return new NoticeProjector(database);
    }
}
