package org.quitclaim.access.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Reach;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller method the {@link Reach} of whoever calls it. */
final class ReachArgument implements HandlerMethodArgumentResolver {
    private final CurrentActor current;

    ReachArgument(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reach.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Reach.of(current.require(), Objects.requireNonNull(parameter.getMethod(), "a controller method"));
    }
}
