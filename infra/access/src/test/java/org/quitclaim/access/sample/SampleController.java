package org.quitclaim.access.sample;

import java.util.Optional;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Public;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {
    @GetMapping("/sample/unmarked")
    String unmarked() {
        return "must never be seen";
    }

    @Public
    @AllowedFor(Role.EDITOR)
    @GetMapping("/sample/both")
    String both() {
        return "must never be seen";
    }

    @AllowedFor({})
    @GetMapping("/sample/nobody")
    String nobody() {
        return "must never be seen";
    }

    @AllowedFor(value = Role.EDITOR, scopes = Scope.PUBLISH)
    @GetMapping("/sample/machines")
    String machines() {
        return "for a scope";
    }

    @AllowedFor({Role.EDITOR, Role.SERVICE})
    @GetMapping("/sample/service")
    String service() {
        return "must never be seen";
    }

    @AllowedFor(Role.EDITOR)
    @GetMapping("/sample/editors")
    String editors(Actor actor) {
        return actor.id() + " as " + actor.actingAs();
    }

    @AllowedFor(Role.EDITOR)
    @PostMapping("/sample/editors")
    String change() {
        return "changed";
    }

    @Public
    @GetMapping("/sample/public")
    String open(Optional<Actor> actor) {
        return actor.map(known -> known.id().value()).orElse("nobody");
    }

    @Public
    @PostMapping("/sample/q/{token}")
    String personsPage(@PathVariable String token) {
        return "received";
    }
}
