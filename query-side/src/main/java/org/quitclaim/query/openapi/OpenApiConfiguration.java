package org.quitclaim.query.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Reach;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.CsrfToken;

/** The description of the interface of whatever runs in this process. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiController.class)
public class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Reach.class, CsrfToken.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                // where it was fetched from; otherwise the host that a request names would be written here
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("Quitclaim")
                        .version("1")
                        .description("Consent, recognition, publication and provable erasure for an organisation's"
                                + " photos. Refusals are application/problem+json with a stable code."));
    }

    @Bean
    ProblemAnswers problemAnswers() {
        return new ProblemAnswers();
    }

    @Bean
    SentAsParts sentAsParts() {
        return new SentAsParts();
    }

    @Bean
    OperationNames operationNames() {
        return new OperationNames();
    }

    @Bean
    NullableComponents nullableComponents() {
        return new NullableComponents();
    }

    @Bean
    ScalarSchemas scalarSchemas() {
        return new ScalarSchemas();
    }
}
