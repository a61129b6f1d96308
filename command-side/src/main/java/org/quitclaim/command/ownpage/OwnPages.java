package org.quitclaim.command.ownpage;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.Problem;
import org.quitclaim.command.portal.PortalPages;
import org.quitclaim.command.portal.PortalPages.Question;
import org.quitclaim.command.portal.PortalPages.Representing;
import org.quitclaim.command.portal.PortalPages.Standing;
import org.quitclaim.command.rights.OwnRightsController.Mine;
import org.quitclaim.command.rights.OwnRightsController.Noted;
import org.quitclaim.command.rights.OwnRightsController.Published;
import org.quitclaim.command.rights.RequestView;
import org.quitclaim.command.signing.CodeView;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.Right;

/**
 * Writes the pages from templates that were compiled with everything else.
 *
 * <p><b>Guarantees:</b> what is put in is escaped for the place where it stands.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class OwnPages {
    private static final String UNCONFIRMED = ConsentStatus.UNCONFIRMED.name();
    private static final List<String> LIVE = List.of("GIVEN", "RENEWED", UNCONFIRMED);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, OwnPages.class.getClassLoader(), OwnPages.class.getPackageName());

    String asking(Frame frame, PortalPages.Page page, @Nullable Mine mine, Attempt attempt) {
        return write("asking.jte", frame, Map.of("page", page, "attempt", attempt), mine);
    }

    String checking(Frame frame, PortalPages.Page page, Chosen choices, boolean unticked) {
        return write("checking.jte", frame, Map.of("page", page, "choices", choices, "unticked", unticked), null);
    }

    /** @param why the code that was typed was not taken; null where none was */
    String coding(Frame frame, PortalPages.Page page, CodeView code, @Nullable Problem why) {
        Map<String, Object> given = new HashMap<>(Map.of("page", page, "code", code));
        if (why != null) {
            given.put("why", why);
        }
        return write("coding.jte", frame, given, null);
    }

    String standing(Frame frame, PortalPages.Page page, @Nullable Mine mine, Attempt attempt) {
        return write("standing.jte", frame, Map.of("page", page, "attempt", attempt), mine);
    }

    /** Of a history that cannot be read: what she said meanwhile, and what she can do all the same. */
    String damaged(Frame frame, List<Noted> nos, @Nullable Mine mine) {
        return write("damaged.jte", frame, Map.of("nos", nos), mine);
    }

    /** A link that opens nothing, or not everything. */
    String closed(Frame frame, Problem why) {
        return write("closed.jte", frame, Map.of("why", why), null);
    }

    /** Something that was sent and not taken in. */
    String refused(Frame frame, Problem why) {
        return write("refused.jte", frame, Map.of("why", why), null);
    }

    private String write(String template, Frame frame, Map<String, Object> given, @Nullable Mine mine) {
        Map<String, @Nullable Object> all = new HashMap<>(given);
        all.put("frame", frame);
        if (mine != null) {
            all.put("mine", mine);
        }
        StringOutput page = new StringOutput();
        templates.render(template, all, page);
        return page.toString();
    }

    static boolean isAsked(PortalPages.Page page) {
        return page.state() == PortalPages.State.ASKED
                && page.signing().open()
                && !page.notice().isEmpty();
    }

    /** Whether these answers are signed by a code. */
    static boolean byCode(PortalPages.Page page, Chosen choices) {
        return page.confirming() == PortalPages.Confirming.CODE
                && !choices.sensitive(page).isEmpty();
    }

    /** Whether some answers to what is asked are signed by a code, and others are not. */
    static boolean mayNeedCode(PortalPages.Page page) {
        return page.confirming() == PortalPages.Confirming.CODE
                && page.asks().stream().anyMatch(Question::confirm);
    }

    static boolean mayBeTyped(CodeView code) {
        return code.state() == CodeView.State.QUEUED || code.state() == CodeView.State.MAILED;
    }

    /** In which the notice is shown, and so what is signed is read. */
    static String language(Speech say, PortalPages.Page page) {
        String preferred = say.language().tag();
        return page.notice().containsKey(preferred) || page.notice().isEmpty()
                ? preferred
                : page.notice().keySet().stream().sorted().findFirst().orElse(preferred);
    }

    static boolean isMinor(PortalPages.Page page) {
        return page.ageGroup() == AgeGroup.MINOR;
    }

    static boolean isSignedForOther(PortalPages.Page page) {
        return isMinor(page) && !page.representatives().isEmpty();
    }

    static List<Standing> live(PortalPages.Page page) {
        return page.grants().stream().filter(one -> LIVE.contains(one.status())).toList();
    }

    /** Said, and not counting until a second employee has seen her. */
    static boolean waits(Standing grant) {
        return grant.status().equals(UNCONFIRMED);
    }

    static List<Standing> over(PortalPages.Page page) {
        return page.grants().stream()
                .filter(one -> !LIVE.contains(one.status()))
                .toList();
    }

    static String codes(Set<Channel> channels) {
        return channels.stream().map(Enum::name).sorted().collect(Collectors.joining("-"));
    }

    static String bothSign(PortalPages.Page page) {
        return page.representatives().size() > 1 ? "bothSign" : "bothSignOne";
    }

    /** Parent 1 and parent 2: nobody is named here. */
    static String signer(Speech say, Representing one, List<Representing> all) {
        List<Representing> alike =
                all.stream().filter(other -> other.role() == one.role()).toList();
        return alike.size() > 1 ? say.of(one.role()) + ' ' + (alike.indexOf(one) + 1) : say.of(one.role());
    }

    /** What the second yes is about: recognition, a patient, or a subject that tells something of whoever is shown with it. */
    static String confirmation(Speech say, PortalPages.Page page, Question asked) {
        Channel channel = asked.channel();
        if (channel == null) {
            return say.t("confirmRECOGNITION");
        }
        return say.t(page.explicit() ? "confirmPUBLICATION" : "confirmSUBJECT", "channel", say.of(channel));
    }

    /** What taking it back does, said before it is done. */
    static String consequence(Speech say, Standing grant, @Nullable Mine mine) {
        if (grant.purpose() == Purpose.RECOGNITION) {
            return say.t("takingRECOGNITION");
        }
        long out = mine == null
                ? 0
                : mine.publications().stream()
                        .filter(one -> one.out()
                                && !one.ending()
                                && one.takeBack()
                                && grant.channels().contains(one.channel()))
                        .count();
        return say.t("takingPUBLICATION")
                + (out == 0 ? "" : ' ' + say.t(out == 1 ? "takingOne" : "takingMany", "count", out));
    }

    /** Out or only allowed, going on or ending: what is true of each. */
    static String used(Speech say, Published one) {
        String word = one.out() ? "since" : one.ending() ? "mightBeUsedSince" : "mayBeUsedSince";
        return say.t(word, "day", say.day(one.on()));
    }

    static boolean isOpen(RequestView one, Right right) {
        return one.state() == RequestView.State.OPEN && one.right() == right;
    }

    /** A correction that is being worked on, of her details or of anything else; faces have a request each. */
    static Optional<RequestView> correcting(Mine mine, boolean details) {
        return mine.requests().stream()
                .filter(one -> isOpen(one, Right.RECTIFICATION))
                .filter(one -> details
                        ? one.concern() instanceof Concern.Details
                        : one.concern() instanceof Concern.Everything)
                .findFirst();
    }

    static boolean asked(Mine mine, Right right) {
        return mine.requests().stream().anyMatch(one -> isOpen(one, right));
    }

    static String standing(Speech say, RequestView one) {
        if (one.state() == RequestView.State.OPEN) {
            String due = say.t("dueOn", "day", say.day(one.dueOn()));
            return one.extendedFor() == null ? due : due + '\n' + say.of(one.extendedFor());
        }
        Enum<?> how = one.outcome() == null ? one.refusedFor() : one.outcome();
        return how == null ? "" : say.of(how);
    }
}
