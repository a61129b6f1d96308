package org.quitclaim.command.notice;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.quitclaim.domain.notice.NoticeElement;

/** The text of a notice in one language, as it is sealed and shown. */
public record NoticeContent(String title, Map<NoticeElement, String> sections) {
    public NoticeContent {
        sections = Collections.unmodifiableMap(new TreeMap<>(sections));
    }
}
