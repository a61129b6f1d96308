import { el } from './dom.js';
import { t } from './words.js';

/** Asks before something that cannot simply be taken back, and says what it does. Agreed to only by the button that says so. */
export function sure(title, lines, yes) {
  return new Promise(answered => {
    const dialog = el('dialog', { className: 'sure', 'aria-labelledby': 'sure-title', 'data-testid': 'sure' },
      el('h2', { id: 'sure-title' }, title),
      el('ul', {}, ...lines.map(line => el('li', {}, line))),
      el('form', { method: 'dialog', className: 'row' },
        el('button', { value: '', className: 'quiet', autofocus: true, 'data-testid': 'sure-no' }, t('sure.no')),
        el('button', { value: 'yes', className: 'stop', 'data-testid': 'sure-yes' }, yes)));
    dialog.addEventListener('close', () => { dialog.remove(); answered(dialog.returnValue === 'yes'); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
