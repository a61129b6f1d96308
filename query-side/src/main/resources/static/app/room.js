import { get } from './api.js';
import { $ } from './dom.js';
import { may } from './may.js';
import { t } from './words.js';

const EVERY_MILLIS = 60_000;

async function look() {
  const room = await get('/api/governance/room');
  const alarm = $('#room');
  alarm.textContent = room.lacking
    .map(code => t(`lacking.${code}`, {
      free: Math.floor(room.diskFreeBytes / 1_048_576),
      reserve: Math.floor(room.reserveBytes / 1_048_576),
      whole: Math.floor(room.wholeReserveBytes / 1_048_576),
      open: room.filesOpen,
      allowed: room.filesAllowed,
    }))
    .join(' ');
  alarm.hidden = room.lacking.length === 0;
}

/** Whoever runs the system is told when the machine runs out of something, without asking. */
export async function watchRoom() {
  if (!may('GET /api/governance/room')) return;
  setInterval(() => look().catch(() => {}), EVERY_MILLIS);
  await look();
}
