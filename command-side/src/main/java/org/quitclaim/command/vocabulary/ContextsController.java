package org.quitclaim.command.vocabulary;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AgreeToUnmark;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AskToUnmark;
import org.quitclaim.domain.vocabulary.VocabularyCommand.MarkSensitive;
import org.quitclaim.domain.vocabulary.VocabularyCommand.RetireContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.TakeUpContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which contexts there are; one person adds, retires and marks, two take a mark away. */
@RestController
@RequestMapping("/api/contexts")
class ContextsController {
    private final KeepingContexts contexts;
    private final Streams streams;
    private final Installation installation;

    ContextsController(KeepingContexts contexts, Streams streams, Installation installation) {
        this.contexts = contexts;
        this.streams = streams;
        this.installation = installation;
    }

    /**
     * @param code of one that Quitclaim brings, or that was retired; its words are known
     * @param en what a new one is called; its code is given by the server
     */
    record NewContext(
            @Nullable String code,
            @Nullable String en,
            @Nullable String nl,
            @Nullable Boolean sensitive) {
        @Override
        public String toString() {
            return "NewContext[hidden]";
        }
    }

    record Added(String code) {}

    /** Whoever got no answer asks again: the same words and mark answer the code that they have. */
    @PostMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Added add(@RequestBody NewContext body, Actor actor) {
        Origin origin = Origins.of(actor);
        boolean sensitive = Input.need(body.sensitive(), "sensitive");
        String code = body.code();
        if (code == null) {
            return new Added(contexts.add(ContextWords.read(body.en(), body.nl()), sensitive, origin)
                    .code());
        }
        UseContext known = contexts.find(code);
        contexts.send(new TakeUpContext(contexts.id(), known, sensitive), origin);
        return new Added(known.code());
    }

    /** Nothing new is asked or published under it; what is on record is read as before. */
    @PostMapping("/{code}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void retire(@PathVariable String code, Actor actor) {
        contexts.send(new RetireContext(contexts.id(), contexts.find(code)), Origins.of(actor));
    }

    /** For words that should never have been typed: destroyed, and the context is retired for good. */
    @DeleteMapping("/{code}/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void strike(@PathVariable String code, Actor actor) {
        contexts.strike(contexts.find(code), Origins.of(actor));
    }

    @PutMapping("/{code}/sensitive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void mark(@PathVariable String code, Actor actor) {
        contexts.send(new MarkSensitive(contexts.id(), contexts.find(code)), Origins.of(actor));
    }

    /** It stays sensitive until somebody else agrees, within a day. */
    @DeleteMapping("/{code}/sensitive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void askToUnmark(@PathVariable String code, Actor actor) {
        contexts.send(
                new AskToUnmark(contexts.id(), contexts.find(code), TwoPeople.voucher(streams, actor)),
                Origins.of(actor));
    }

    @PostMapping("/{code}/sensitive/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void agree(@PathVariable String code, Actor actor) {
        contexts.send(
                new AgreeToUnmark(
                        contexts.id(),
                        contexts.find(code),
                        TwoPeople.required(streams, installation),
                        TwoPeople.voucher(streams, actor)),
                Origins.of(actor));
    }
}
