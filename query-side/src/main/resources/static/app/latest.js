const EVERY_MILLIS = 10_000;
/** Whoever is typing is not interrupted; a moment later is soon enough. */
const TYPING_MILLIS = 3_000;
let typedAt = 0;
addEventListener('input', () => { typedAt = Date.now(); }, { capture: true, passive: true });
const isTyping = () => Date.now() - typedAt < TYPING_MILLIS;

/**
 * Draws a part of a page anew when what it was drawn from is no longer so on the server: a request that a colleague
 * answered would be answered again, and "nothing waits" would stand all day. While a question is open it waits.
 */
export function keepLatest(look, draw) {
  let before = null;
  let looking = false;
  const again = async () => {
    if (looking || document.hidden || document.querySelector('dialog[open]')) return;
    if (isTyping()) {
      setTimeout(again, TYPING_MILLIS);
      return;
    }
    looking = true;
    try {
      const now = JSON.stringify(await look());
      if (before !== null && now !== before) await draw();
      before = now;
    } catch { /* looked at again soon */ } finally {
      looking = false;
    }
  };
  setInterval(again, EVERY_MILLIS);
  document.addEventListener('visibilitychange', again);
  return again();
}
