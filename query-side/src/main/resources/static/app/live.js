import { forgetNames } from './api.js';
import { $, toast } from './dom.js';
import { t } from './words.js';

const GATHER_MILLIS = 150;
const MOST_AT_ONCE = 12;

/**
 * Follows what changes on the server. Changes are gathered for a moment, so that a burst is one redraw.
 * With every connection, the first one too, everything is read again: what happened before it was told to nobody.
 */
export function follow(on) {
  const photos = new Set();
  let lists = false;
  let everything = false;
  let position = 0;
  let timer = null;

  const show = connected => {
    $('#live').textContent = t(connected ? 'live.on' : 'live.off');
    $('#live').classList.toggle('on', connected);
  };

  async function work() {
    timer = null;
    const ids = [...photos];
    const all = everything || ids.length > MOST_AT_ONCE;
    const refill = lists || all;
    photos.clear();
    lists = everything = false;
    try {
      if (all) await on.everything(position);
      else if (ids.length) await on.photos(ids, position);
      if (refill) await on.lists();
    } catch (refused) {
      toast(refused.message);
    }
  }

  const soon = () => { timer ??= setTimeout(work, GATHER_MILLIS); };
  const source = new EventSource('/api/live');
  show(false);
  source.onopen = () => {
    show(true);
    everything = true;
    soon();
  };
  source.onerror = () => show(false);
  source.addEventListener('changed', event => {
    const change = JSON.parse(event.data);
    position = Math.max(position, change.position);
    if (change.kind === 'photos') photos.add(change.id);
    else if (change.kind === 'many') everything = true;
    else if (change.kind === 'collections' || change.kind === 'persons') {
      forgetNames([change.id]);
      lists = true;
    } else return;
    soon();
  });
}
