package org.quitclaim.command.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Digests;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.notice.NoticeCommand;
import org.quitclaim.domain.notice.NoticeCommand.PublishNotice;
import org.quitclaim.domain.notice.NoticeElement;
import org.quitclaim.domain.notice.NoticeRejection;
import org.quitclaim.domain.notice.NoticeText;
import org.quitclaim.domain.vault.KeyScope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Publishing and retiring notices. */
@RestController
@RequestMapping("/api/notices")
class NoticesController {
    private final Commands commands;
    private final Creations creations;
    private final Sealing sealing;
    private final JsonMapper json;

    NoticesController(Commands commands, Creations creations, Sealing sealing, JsonMapper json) {
        this.commands = commands;
        this.creations = creations;
        this.sealing = sealing;
        this.json = json;
    }

    record NewNotice(
            @Nullable List<Purpose> purposes, @Nullable List<NewText> texts) {}

    record NewText(
            @Nullable String language,
            @Nullable String title,
            @Nullable Map<NoticeElement, String> sections) {}

    record Published(NoticeId noticeId, Map<String, String> sha256) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Published publish(
            @RequestBody NewNotice body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        Origin origin = Origins.of(actor);
        NoticeId id = creations.id(key, origin, "notices", NoticeId.PREFIX, NoticeId::new);
        try (Draft draft = sealing.draft()) {
            List<NoticeText> texts = Input.list(body.texts()).stream()
                    .map(text -> seal(draft, id, text))
                    .toList();
            Published answer = new Published(
                    id,
                    texts.stream()
                            .collect(Collectors.toMap(NoticeText::language, NoticeText::sha256, (one, other) -> one)));
            try {
                PublishNotice publish = new PublishNotice(id, Set.copyOf(Input.list(body.purposes())), texts);
                draft.named(() -> commands.send(publish, origin));
            } catch (RejectedException e) {
                if (!Creations.repeated(key, e, NoticeRejection.ALREADY_PUBLISHED)) {
                    throw e;
                }
            }
            return answer;
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void retire(@PathVariable String id, Actor actor) {
        commands.send(new NoticeCommand.RetireNotice(new NoticeId(id)), Origins.of(actor));
    }

    private NoticeText seal(Draft draft, NoticeId id, NewText text) {
        String language = Input.text(text.language(), "language");
        Map<NoticeElement, String> sections = new TreeMap<>(Input.need(text.sections(), "sections"));
        sections.values().removeIf(String::isBlank);
        String content = json.writeValueAsString(new NoticeContent(Input.name(text.title(), "title"), sections));
        return Input.parse(() -> new NoticeText(
                language,
                draft.text(id, KeyScope.EDITORIAL, RecordKinds.NOTICE_TEXT, content),
                Digests.sha256(content),
                sections.keySet()));
    }
}
