package org.quitclaim.query.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.quitclaim.access.Public;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description to anybody: it says nothing that the source does not. */
@RestController
@Hidden
class OpenApiController {
    static final String PATH = "/openapi.json";

    private final OpenApiWebMvcResource description;

    OpenApiController(OpenApiWebMvcResource description) {
        this.description = description;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    byte[] describe(HttpServletRequest request) throws JsonProcessingException {
        return description.openapiJson(request, PATH, Locale.ENGLISH);
    }
}
