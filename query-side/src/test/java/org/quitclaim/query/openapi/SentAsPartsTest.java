package org.quitclaim.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.junit.jupiter.api.Test;

class SentAsPartsTest {
    private static Parameter query(String name, boolean required, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(required).schema(schema);
    }

    private static void described(PathItem path) {
        new SentAsParts().customise(new OpenAPI().paths(new Paths().addPathItem("/api/things", path)));
    }

    @Test
    void what_goes_beside_a_file_is_a_part_of_the_form_and_not_of_the_address() {
        Schema<?> form = new ObjectSchema().addProperty("file", new StringSchema().format("binary"));
        form.addRequiredItem("file");
        Operation upload = new Operation()
                .addParametersItem(query("collectionId", true, new StringSchema()))
                .addParametersItem(query("derivedFrom", false, new ArraySchema().items(new StringSchema())))
                .requestBody(new RequestBody()
                        .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(form))));
        described(new PathItem().post(upload));
        assertThat(upload.getParameters()).isNull();
        assertThat(form.getProperties()).containsOnlyKeys("file", "collectionId", "derivedFrom");
        assertThat(form.getRequired()).containsExactlyInAnyOrder("file", "collectionId");
    }

    @Test
    void the_word_of_a_preview_is_needed_where_something_is_destroyed() {
        Parameter confirm = query("confirm", false, new StringSchema());
        Parameter other = query("other", false, new StringSchema());
        described(
                new PathItem().delete(new Operation().addParametersItem(confirm).addParametersItem(other)));
        assertThat(confirm.getRequired()).isTrue();
        assertThat(other.getRequired()).isFalse();
    }
}
