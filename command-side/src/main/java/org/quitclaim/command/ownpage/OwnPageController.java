package org.quitclaim.command.ownpage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.access.problem.Language;
import org.quitclaim.access.problem.Problem;
import org.quitclaim.access.problem.ProblemAdvice;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.Answers;
import org.quitclaim.command.dispatch.Digests;
import org.quitclaim.command.ownpage.Attempt.Correction;
import org.quitclaim.command.portal.PortalController;
import org.quitclaim.command.portal.PortalController.GivenAnswers;
import org.quitclaim.command.portal.PortalController.GivenChoice;
import org.quitclaim.command.portal.PortalController.Withdrawal;
import org.quitclaim.command.portal.PortalPages;
import org.quitclaim.command.portal.WhoAsks;
import org.quitclaim.command.rights.OwnRightsController;
import org.quitclaim.command.rights.OwnRightsController.Mine;
import org.quitclaim.command.rights.RequestForm;
import org.quitclaim.command.signing.CodeView;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.history.HistoryDamaged;
import org.quitclaim.domain.rights.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The person's page for a browser, with or without script. The secret in the address is the key to it: whoever sends a form
 * knows it, so no other proof against forgery is asked for.
 *
 * <p><b>Guarantees:</b> a GET changes nothing that is recorded; what was sent is answered by an address to look at, so that
 * loading again sends nothing again; what is refused is a page that says so.
 */
@RestController
@RequestMapping("/q/{token}")
class OwnPageController {
    /** Between the two steps; the telephone may be somebody else's tomorrow. */
    private static final Duration CHOSEN_FOR = Duration.ofMinutes(15);

    private static final String CHOSEN = "chosen";
    /** Said on the first step: not every question has its answer. */
    private static final String LACKING = "lacking";
    /** Said on the second: a line was not ticked. */
    private static final String UNTICKED = "unticked";

    /** How the refusals of a code begin. */
    private static final String OF_CODE = "link.code-";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;

    private final PortalController portal;
    private final OwnRightsController rights;
    private final WhoAsks asks;
    /** There where pages are served, and nowhere else. */
    private final ObjectProvider<ProblemAdvice> problems;

    private final OwnPages pages = new OwnPages();

    OwnPageController(
            PortalController portal, OwnRightsController rights, WhoAsks asks, ObjectProvider<ProblemAdvice> problems) {
        this.portal = portal;
        this.rights = rights;
        this.asks = asks;
        this.problems = problems;
    }

    /** Its parameters are not declared: a page opens whatever a mail program appended to its address. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) {
        boolean lacking = PageReply.cookie(request, PageReply.SAID).equals(LACKING);
        return written(token, request, HttpStatus.OK, new Attempt(chosen(request), lacking, Correction.NONE));
    }

    /** The second step: what was chosen, to be looked at before it is sent. */
    @GetMapping(path = "/check", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> check(@PathVariable String token, HttpServletRequest request) {
        PortalPages.Page page = portal.page(token);
        Chosen choices = chosen(request);
        if (!OwnPages.isAsked(page) || !choices.complete(page)) {
            return PageReply.seeOther(token).build();
        }
        return PageReply.html(HttpStatus.OK, request)
                .body(pages.checking(
                        frame(token, request, page),
                        page,
                        choices,
                        PageReply.cookie(request, PageReply.SAID).equals(UNTICKED)));
    }

    @PostMapping(path = "/check", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> choose(@PathVariable String token, HttpServletRequest request) {
        PortalPages.Page page = portal.page(token);
        Chosen choices = Chosen.sent(request.getParameterMap());
        if (!OwnPages.isAsked(page)) {
            return PageReply.seeOther(token).build();
        }
        String kept = PageReply.cookie(CHOSEN, choices.kept(), CHOSEN_FOR, token, request);
        if (!choices.complete(page)) {
            return PageReply.saying(LACKING, token, request)
                    .header(HttpHeaders.SET_COOKIE, kept)
                    .build();
        }
        return PageReply.to(PageReply.path(token) + "/check")
                .header(HttpHeaders.SET_COOKIE, kept)
                .build();
    }

    /** What is signed are the fields of the page that she looked at, whatever was chosen elsewhere since. */
    @PostMapping(path = "/answers", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> answer(@PathVariable String token, HttpServletRequest request) {
        Chosen choices = Chosen.sent(request.getParameterMap());
        GivenAnswers given = given(choices, request);
        boolean saysYes = choices.answers().containsValue(true);
        if (saysYes && given.code() == null) {
            Optional<ResponseEntity<String>> unticked = unticked(token, choices, request);
            if (unticked.isPresent()) {
                return unticked.get();
            }
        }
        Answers.Receipt receipt;
        try {
            receipt = portal.answer(token, given, saysYes ? key(request) : null);
        } catch (RejectedException e) {
            if (e.rejection() == ConsentRejection.ALREADY_ANSWERED && !saysYes && nothingIsAllowed(token)) {
                // the same form sent twice: what it asks for is so
                return PageReply.seeOther(token).build();
            }
            throw e;
        }
        String said = Stream.concat(
                        Stream.of("answered"), receipt.grants().stream().map(grant -> grant.value()))
                .reduce((one, other) -> one + '.' + other)
                .orElseThrow();
        return PageReply.saying(said, token, request)
                .header(HttpHeaders.SET_COOKIE, PageReply.cookie(CHOSEN, "", Duration.ZERO, token, request))
                .build();
    }

    /** The third step, where a code is needed: what was looked at is fixed, and the code that signs it is mailed. */
    @PostMapping(path = "/code", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> askCode(@PathVariable String token, HttpServletRequest request) {
        Chosen choices = Chosen.sent(request.getParameterMap());
        Optional<ResponseEntity<String>> unticked = unticked(token, choices, request);
        if (unticked.isPresent()) {
            return unticked.get();
        }
        portal.askCode(token, given(choices, request));
        return PageReply.to(PageReply.path(token) + "/code")
                .header(HttpHeaders.SET_COOKIE, PageReply.cookie(CHOSEN, choices.kept(), CHOSEN_FOR, token, request))
                .build();
    }

    /** What is shown is what the newest code signs, whatever was chosen elsewhere since. */
    @GetMapping(path = "/code", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> code(@PathVariable String token, HttpServletRequest request) {
        PortalPages.Page page = portal.page(token);
        Optional<CodeView> code = OwnPages.isAsked(page) ? newestCode(token) : Optional.empty();
        return code.map(one -> PageReply.html(HttpStatus.OK, request)
                        .body(pages.coding(frame(token, request, page), page, one, null)))
                .orElseGet(() -> PageReply.seeOther(token).build());
    }

    private Optional<CodeView> newestCode(String token) {
        try {
            return Optional.of(portal.code(token));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    private static GivenAnswers given(Chosen choices, HttpServletRequest request) {
        return new GivenAnswers(
                Optional.ofNullable(request.getParameter("language"))
                        .orElseGet(() -> Language.of(request).tag()),
                choices.answers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> new GivenChoice(one.getKey(), one.getValue()))
                        .toList(),
                true,
                choices.signers(),
                request.getParameter("signs"),
                request.getParameter("code"));
    }

    /** Back to the second step, where one of its lines was not ticked. */
    private Optional<ResponseEntity<String>> unticked(String token, Chosen choices, HttpServletRequest request) {
        PortalPages.Page page = portal.page(token);
        boolean unticked = OwnPages.isAsked(page)
                && choices.sensitive(page).stream()
                        .anyMatch(asked -> request.getParameter("confirm-" + asked.ask()) == null);
        return unticked
                ? Optional.of(PageReply.saying(UNTICKED, token, "/check", request)
                        .header(
                                HttpHeaders.SET_COOKIE,
                                PageReply.cookie(CHOSEN, choices.kept(), CHOSEN_FOR, token, request))
                        .build())
                : Optional.empty();
    }

    private boolean nothingIsAllowed(String token) {
        return OwnPages.live(portal.page(token)).isEmpty();
    }

    @PostMapping(path = "/withdrawals", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> withdraw(@PathVariable String token, HttpServletRequest request) {
        List<String> grants = values(request, "grant");
        boolean everything = request.getParameter("everything") != null;
        List<Channel> channels = everything
                ? List.of(Channel.values())
                : values(request, "channel").stream()
                        .flatMap(name -> Arrays.stream(Channel.values())
                                .filter(one -> one.name().equals(name)))
                        .toList();
        boolean ofUse = everything || !channels.isEmpty() || request.getParameter("use") != null;
        try {
            portal.withdraw(token, new Withdrawal(everything, channels, grants));
        } catch (RejectedException e) {
            // the same form sent twice: what it asks for is so
            if (e.rejection() != ConsentRejection.ALREADY_WITHDRAWN) {
                throw e;
            }
        }
        return PageReply.saying(ofUse ? "withdrawnUse" : "withdrawn", token, request)
                .build();
    }

    @PostMapping(path = "/requests", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> ask(@PathVariable String token, HttpServletRequest request) {
        Right right = Arrays.stream(Right.values())
                .filter(one -> one.name().equals(request.getParameter("right")))
                .findFirst()
                .orElse(null);
        Optional<Correction> correction = correction(request);
        if (correction.filter(Correction::lacks).isPresent()) {
            Attempt attempt = new Attempt(chosen(request), true, correction.get());
            return written(token, request, HttpStatus.UNPROCESSABLE_CONTENT, attempt);
        }
        RequestForm form = new RequestForm(
                right,
                request.getParameter("photo"),
                request.getParameter("face"),
                request.getParameter("publication"),
                correction.map(Correction::details).orElse(null),
                correction.map(one -> text(one, Language.of(request))).orElse(null));
        rights.ask(token, form, key(request));
        return PageReply.saying("asked", token, request).build();
    }

    /** Loading again the address of a form, coming back to it, or a stroke at the end of the address leads to the page. */
    @GetMapping(
            path = {"/", "/answers", "/withdrawals", "/requests"},
            produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<String> back(@PathVariable String token) {
        return PageReply.seeOther(token).build();
    }

    /** Also what was refused before any of the above began. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<String> refused(Exception thrown, HttpServletRequest sent, HttpServletResponse response) {
        HttpServletRequest request = new ReadSoFar(sent);
        ResponseEntity<Problem> answer = problems.getObject().refused(thrown, request, response);
        if (answer == null) {
            return null;
        }
        Problem why = Objects.requireNonNull(answer.getBody(), "a refusal says why");
        String token = request.getServletPath().split("/", -1)[2];
        language(request);
        Frame frame = frame(token, request, List.of(Language.values()));
        boolean opens = !request.getMethod().equals("GET") && opens(token);
        String page = opens
                ? ofCode(token, request, why).orElseGet(() -> pages.refused(frame, why))
                : thrown instanceof HistoryDamaged ? damaged(token, frame) : pages.closed(childOf(frame, why), why);
        return PageReply.html(answer.getStatusCode(), request).body(page);
    }

    /** The third step once more, where the code that was typed was not taken. */
    private Optional<String> ofCode(String token, HttpServletRequest request, Problem why) {
        if (request.getParameter("code") == null || !why.code().startsWith(OF_CODE)) {
            return Optional.empty();
        }
        PortalPages.Page page = portal.page(token);
        return newestCode(token).map(code -> pages.coding(frame(token, request, page), page, code, why));
    }

    private static Frame childOf(Frame frame, Problem why) {
        return frame.of("", why.code().equals("consent.child-erased"), false);
    }

    /** Whether the page behind a refusal can be looked at. */
    private boolean opens(String token) {
        try {
            portal.page(token);
            return true;
        } catch (RejectedException | HistoryDamaged e) {
            return false;
        }
    }

    private String damaged(String token, Frame frame) {
        Mine mine = mine(token);
        return pages.damaged(frame, mine == null ? List.of() : mine.noted(), mine);
    }

    private ResponseEntity<String> written(
            String token, HttpServletRequest request, HttpStatus status, Attempt attempt) {
        PortalPages.Page page = portal.page(token);
        Frame said = frame(token, request, page);
        // beside what lacks now, nothing is said of what was taken in before
        Frame frame = status == HttpStatus.OK ? said : said.silent();
        Mine mine = mine(token);
        return PageReply.html(status, request)
                .body(
                        OwnPages.isAsked(page)
                                ? pages.asking(frame, page, mine, attempt)
                                : pages.standing(frame, page, mine, attempt));
    }

    /** Nothing that can be done here waits for what else she could read: null where that cannot be opened. */
    private @Nullable Mine mine(String token) {
        try {
            return rights.mine(token);
        } catch (RejectedException | HistoryDamaged | VaultUnavailable e) {
            return null;
        }
    }

    private Frame frame(String token, HttpServletRequest request, PortalPages.Page page) {
        List<Language> offered = Arrays.stream(Language.values())
                .filter(language -> page.languages().contains(language.tag()))
                .toList();
        Language language = language(request);
        if (!offered.isEmpty() && !offered.contains(language)) {
            offered.getFirst().answers(request);
        }
        return frame(token, request, offered).of(page.name(), OwnPages.isMinor(page), page.elsewhere());
    }

    private Frame frame(String token, HttpServletRequest request, List<Language> offered) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new Frame(
                new Speech(Language.of(request), false),
                PageReply.path(token),
                asks.details(),
                "",
                false,
                offered,
                List.of(PageReply.cookie(request, PageReply.SAID).split("\\.")),
                HexFormat.of().formatHex(key));
    }

    /** As chosen by the link on the page, else before, else as the browser prefers. */
    private static Language language(HttpServletRequest request) {
        Optional<Language> chosen =
                Optional.ofNullable(request.getParameter("lang")).flatMap(Language::tagged);
        chosen.ifPresent(language -> language.answers(request));
        return Language.of(request);
    }

    private static Chosen chosen(HttpServletRequest request) {
        return Chosen.read(PageReply.cookie(request, CHOSEN));
    }

    /** Of the form and of what it says: the same form with something else in it is another one. */
    private static @Nullable String key(HttpServletRequest request) {
        return request.getParameter("key") == null ? null : Digests.sha256(said(request));
    }

    /** Without the code, which may be mistyped at first. */
    private static String said(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("code"))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> Stream.concat(Stream.of(field.getKey()), Stream.of(field.getValue())))
                .map(text -> text.length() + " " + text)
                .collect(Collectors.joining());
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return List.of(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]));
    }

    private static Optional<Correction> correction(HttpServletRequest request) {
        String wrong = request.getParameter("wrong");
        String right = request.getParameter("correct");
        return wrong == null && right == null
                ? Optional.empty()
                : Optional.of(new Correction(
                        "details".equals(request.getParameter("about")),
                        Objects.requireNonNullElse(wrong, ""),
                        Objects.requireNonNullElse(right, "")));
    }

    private static String text(Correction one, Language language) {
        Speech say = new Speech(language, false);
        return say.t("correctWrong") + ": " + one.wrong().strip() + '\n' + say.t("correctRight") + ": "
                + one.right().strip();
    }
}
