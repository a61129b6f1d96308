package org.quitclaim.query.web;

import org.quitclaim.access.problem.FailedStore;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.query.projection.ReadPositions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all queries share, and the pages. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {
    @Bean
    WebMvcConfigurer waitForPosition(ReadPositions positions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WaitForPosition(positions)).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    FailedStore screensFailed(ObjectProvider<RoomCheck> room) {
        return new ScreensFailed(
                () -> room.getIfAvailable(() -> RoomCheck.UNMEASURED).shortage());
    }
}
