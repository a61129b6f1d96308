package org.quitclaim.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.query.QueryApplication;
import org.springframework.context.ConfigurableApplicationContext;

class OpenApiTest {
    @TempDir
    Path data;

    @Test
    void everyRouteIsDescribedAndNothingElse() throws Exception {
        try (ConfigurableApplicationContext application = QueryApplication.start(data)) {
            DescribedRoutes routes = DescribedRoutes.of(application);
            assertThat(routes.described()).isEqualTo(routes.served()).contains("GET /api/photos/{id}");
            assertThat(routes.dangling()).isEmpty();
            assertThat(routes.unnamed()).isEmpty();
            assertThat(routes.repeated()).isEmpty();
        }
    }
}
