package org.quitclaim.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.CreationBits;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses an idempotency key that came before, from the same sender to the same address, with another body: whoever sends
 * it would take the answer to the first request for one to the second.
 *
 * <p><b>Guarantees:</b> for every route that takes such a key and a body, as far back as {@link SentKeys} remembers. A
 * request that was refused uses up no key.
 */
@ControllerAdvice
final class ReusedKeys extends RequestBodyAdviceAdapter implements HandlerInterceptor {
    private static final String REMEMBERED = ReusedKeys.class.getName();

    private final CurrentActor current;
    private final SentKeys sent;

    ReusedKeys(CurrentActor current, SentKeys sent) {
        this.current = current;
        this.sent = sent;
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return Arrays.stream(body.getExecutable().getParameters())
                .map(parameter -> parameter.getAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals(CreationBits.HEADER));
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        String key = message.getHeaders().getFirst(CreationBits.HEADER);
        if (key == null
                || key.isBlank()
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return message;
        }
        byte[] body = message.getBody().readAllBytes();
        check(attributes.getRequest(), key, body);
        return new Read(message.getHeaders(), body);
    }

    private void check(HttpServletRequest request, String key, byte[] body) {
        String sender = current.find().map(Actor::id).map(id -> id.value()).orElse("");
        // one address can be written in many ways
        String address = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        String about = sender + '\u0000' + request.getMethod() + '\u0000' + address + '\u0000' + key;
        switch (sent.note(about, body)) {
            case FIRST -> request.setAttribute(REMEMBERED, about);
            case SAME -> {}
            case OTHER -> throw new RejectedException(RequestRejection.KEY_REUSED);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(REMEMBERED) instanceof String about
                && response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            sent.forget(about);
        }
    }

    /** A body that was read once and is read again. */
    private static final class Read implements HttpInputMessage {
        private final HttpHeaders headers;
        private final byte[] body;

        Read(HttpHeaders headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
