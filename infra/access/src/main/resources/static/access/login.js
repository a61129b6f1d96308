const main = document.querySelector('main');
const message = document.querySelector('#message');
const login = document.querySelector('#login');
const change = document.querySelector('#change');

const cookie = name => document.cookie.split('; ').find(c => c.startsWith(name + '='))?.slice(name.length + 1) ?? '';

async function send(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
    body: JSON.stringify(body),
  });
  const content = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(content.detail);
  return content;
}

function onSubmit(form, act) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    message.textContent = '';
    try {
      await act(Object.fromEntries(new FormData(form)));
    } catch (refused) {
      message.textContent = refused instanceof TypeError ? main.dataset.failed : refused.message;
    } finally {
      button.disabled = false;
    }
  });
}

onSubmit(login, async fields => {
  const me = await send('/login', { login: fields.login, password: fields.password });
  if (!me.mustChangePassword) return location.assign('/');
  change.elements.login.value = fields.login;
  change.elements.old.value = fields.password;
  main.classList.add('changing');
  change.elements.chosen.focus();
});

change.elements.shown.addEventListener('change', event => {
  for (const field of [change.elements.chosen, change.elements.again]) field.type = event.target.checked ? 'text' : 'password';
});

onSubmit(change, async fields => {
  if (fields.chosen !== fields.again) throw new Error(main.dataset.unlike);
  await send('/api/accounts/me/password', { old: fields.old, chosen: fields.chosen });
  location.assign('/');
});

document.querySelector('[data-language]').addEventListener('click', event => {
  document.cookie = `lang=${event.currentTarget.dataset.language}; path=/; max-age=31536000; samesite=lax`;
});
