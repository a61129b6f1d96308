package org.quitclaim.access.web;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RoomCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.type.LogicalType;

/** What every web application here shares beside security. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    private static final List<CoercionInputShape> OF_ANOTHER_TYPE =
            List.of(CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float);

    @Bean
    ReusedKeys reusedKeys(CurrentActor current) {
        return new ReusedKeys(current, new SentKeys());
    }

    @Bean
    WebMvcConfigurer actorArguments(CurrentActor current, ReusedKeys keys, ObjectProvider<RoomCheck> room) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DeclaredParameters());
                registry.addInterceptor(new RoomFirst(() -> room.getIfAvailable(() -> RoomCheck.UNMEASURED)));
                registry.addInterceptor(keys);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument(current));
                resolvers.add(new ReachArgument(current));
            }
        };
    }

    /**
     * What a client misspells is refused, not ignored; so is a null in a list, which would be nobody's value. Nothing is
     * made of a value of another type: a yes is the word {@code true}, not 1 and not a text.
     */
    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return mapper -> mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> OF_ANOTHER_TYPE.forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
                // a day is no number of days
                .defaultLeniency(false)
                // of two values for one field every reader takes another
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .annotationIntrospector(
                        new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new RequiredComponents()));
    }

    /** The container adds HttpOnly always and Secure when the request came by https. */
    @Bean
    CookieSameSiteSupplier sessionCookie() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        FilterRegistrationBean<RequestLog> log = new FilterRegistrationBean<>(new RequestLog());
        log.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return log;
    }

    @Bean
    FilterRegistrationBean<ReadableAddress> readableAddress(Problems problems) {
        FilterRegistrationBean<ReadableAddress> readable = new FilterRegistrationBean<>(new ReadableAddress(problems));
        readable.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return readable;
    }
}
