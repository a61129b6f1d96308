package org.quitclaim.standalone.browser;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How well the page that is open can be read, heard and touched.
 *
 * <p><b>Source</b>: WCAG 2.2, success criteria 1.4.3 (contrast), 2.5.5 (target size), 3.3.2 and 4.1.2 (names).
 */
public record Reading(Chromium browser) {
    /** Colours that are half transparent are mixed with what lies below, as the eye does. */
    private static final String CONTRAST = """
        const parse = text => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
        const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
        const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = element => {
          const path = [];
          for (let one = element; one; one = one.parentElement) path.unshift(parse(getComputedStyle(one).backgroundColor));
          return path.reduce((below, top) => over(top, below), matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]);
        };
        const faded = element => { let all = 1; for (let one = element; one; one = one.parentElement) all *= getComputedStyle(one).opacity; return all; };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const poor = [];
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          const text = walker.currentNode.textContent.trim();
          if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr, .skip, [disabled], [aria-disabled=true], option')) continue;
          const below = ground(element);
          const ink = parse(getComputedStyle(element).color);
          ink[3] *= faded(element);
          const [light, dark] = [luminance(over(ink, below)), luminance(below)].sort((a, b) => b - a);
          const ratio = (light + 0.05) / (dark + 0.05);
          if (ratio < 4.5) poor.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
        }
        return poor;
        """;

    private static final String NAMELESS = """
        return [...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea, summary, dialog[open], img')]
          .filter(one => one.checkVisibility())
          .filter(one => !(one.tagName === 'IMG' && one.hasAttribute('alt')))
          .filter(one => !((one.getAttribute('aria-label') ?? '').trim() || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim()
            || [...(one.labels ?? [])].some(label => label.textContent.trim()) || (!['INPUT', 'SELECT', 'IMG'].includes(one.tagName) && one.textContent.trim())))
          .map(one => one.outerHTML.slice(0, 120));
        """;

    private static final String SMALL = """
        return [...document.querySelectorAll('button, a, summary, input:not([type=hidden]), select')]
          .map(one => one.tagName === 'INPUT' && ['radio', 'checkbox'].includes(one.type) ? one.closest('label') : one)
          .filter(one => one.checkVisibility())
          .map(one => [one, one.getBoundingClientRect()])
          .filter(([, area]) => area.width < 44 || area.height < 44)
          .map(([one, area]) => `${one.textContent.trim().slice(0, 30)} ${Math.round(area.width)}x${Math.round(area.height)}`);
        """;

    private static final String WIDE =
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth ?"
                    + " [document.documentElement.scrollWidth] : [];";

    /** What reaches out of the screen to the right, or of whatever clips it, so that it is cut; what scrolls by itself is reached. */
    private static final String CUT = """
        const scrolls = one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth;
        const clips = one => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
        const room = one => {
          let right = document.documentElement.clientWidth;
          for (let up = one.parentElement; up; up = up.parentElement) {
            if (scrolls(up)) return Infinity;
            if (clips(up)) right = Math.min(right, up.getBoundingClientRect().right);
          }
          return right;
        };
        return [...document.querySelectorAll('body *')]
          .filter(one => one.checkVisibility() && !one.closest('.sr, .skip, .stage') && one.getBoundingClientRect().width)
          .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) || one.matches('button, input, select, textarea, img'))
          .filter(one => !(clips(one) && getComputedStyle(one).textOverflow === 'ellipsis'))
          .filter(one => one.getBoundingClientRect().right > room(one) + 1 || (clips(one) && one.scrollWidth > one.clientWidth + 1))
          .map(one => `${one.tagName} ${(one.textContent.trim() || one.outerHTML).slice(0, 40)} ${Math.round(one.getBoundingClientRect().right)}`);
        """;

    /** Visible texts whose contrast is below 4.5 : 1. */
    public List<String> poorContrast() {
        return texts(CONTRAST);
    }

    /** Controls and pictures of which nobody can hear what they are. */
    public List<String> nameless() {
        return texts(NAMELESS);
    }

    /** What is smaller than 44 by 44 CSS pixels and has to be touched. */
    public List<String> smallTargets() {
        return texts(SMALL);
    }

    /** How wide the page is if it has to be moved sideways. */
    public List<String> widerThanTheScreen() {
        return texts(WIDE);
    }

    /** What can neither be read nor reached by moving the page. */
    public List<String> cutOff() {
        return texts(CUT);
    }

    private List<String> texts(String script) {
        return browser.list(script).stream().map(JsonNode::asString).toList();
    }
}
