package org.quitclaim.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.problem.RoomCheck;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what {@link NeedsRoom} while the machine runs out of something, before anything is done. */
final class RoomFirst implements HandlerInterceptor {
    private final Supplier<RoomCheck> room;

    RoomFirst(Supplier<RoomCheck> room) {
        this.room = room;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(NeedsRoom.class)) {
            room.get().require();
        }
        return true;
    }
}
