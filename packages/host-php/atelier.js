/**
 * The page of a host site around the Atelier: it says what the person may do here, and asks them before anything is saved. What the
 * frame sends is shown as text, in sentences of this page. Plain script: the plugins are not built.
 */
(({ document, location, addEventListener }) => {
  const frame = document.querySelector('iframe[data-ess-host]');
  if (!frame) return;
  const { kind, can, taken, ask, reads, headers, texts } = JSON.parse(frame.dataset.essHost);
  const tell = (said = {}) =>
    frame.contentWindow.postMessage(
      { type: 'ess-host', kind, can, ...(reads ? { reads: { ask: reads, headers } } : {}), ...said },
      location.origin,
    );
  let isAsking = false;

  const element = (name, text = '', set = {}) =>
    Object.assign(document.createElement(name), { textContent: text }, set);

  /** Returns a text of a message without signs that would change how it reads; empty for anything else. */
  const textIn = (value, most) =>
    typeof value === 'string' && value.length <= most ? value.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim() : '';

  const columnsOf = (address) => {
    const [, columns = ''] = /[#&]columns=([^&]*)/.exec(address) ?? [];
    const titles = columns.split(',').filter((column) => !column.endsWith(':-'));
    return titles.map((column) => decodeURIComponent(column.replace(/:[^:]*$/, ''))).join(', ');
  };

  /** Asks the person. @returns whether they confirm */
  const confirms = ({ name, address, title, code }) =>
    new Promise((resolve) => {
      const rows = (said, pairs) => {
        const list = element('dl');
        for (const [label, value] of pairs) if (value) list.append(element('dt', label), element('dd', value));
        return [element('p', said), list];
      };
      const source = [
        [texts.name, name],
        [texts.address, address.split('#')[0]],
        [texts.columns, columnsOf(address)],
      ];
      const heading = element('h2', texts.title, { id: 'ess-asks', tabIndex: -1, autofocus: true });
      const form = element('form', '', { method: 'dialog' });
      form.append(
        heading,
        ...(address ? rows(texts.source, source) : []),
        ...(code ? rows(texts.page, [[texts.pageTitle, title]]) : []),
        element('button', texts.yes, { value: 'yes', className: 'button button-primary btn' }),
        ' ',
        element('button', texts.no, { value: '', className: 'button btn btn_secondaire' }),
      );
      const dialog = element('dialog');
      dialog.setAttribute('aria-labelledby', heading.id);
      dialog.style.cssText = 'box-sizing:border-box;max-inline-size:min(40rem,95vw);overflow-wrap:anywhere';
      dialog.append(form);
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'yes');
      });
      document.body.append(dialog);
      dialog.showModal();
    });

  /** Returns the first of a name and its numbered followers that no source has. */
  const free = (name) => {
    let found = name;
    for (let count = 2; taken.includes(found); count++) found = `${name}-${count}`;
    return found;
  };

  const save = async (wish) => {
    if (!(await confirms(wish))) return { said: texts.declined };
    const body = new URLSearchParams(wish);
    const answer = await fetch(ask, { method: 'POST', headers, body, credentials: 'same-origin' });
    const { text, message, name, edit } = await answer.json();
    if (name) taken.push(name);
    if (answer.ok && edit) location.assign(edit);
    return { said: text ?? message ?? texts.failed, ...(name ? { name, address: wish.address } : {}) };
  };

  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin || data?.type !== 'ess-atelier' || isAsking)
      return;
    const address = can.includes('source') ? textIn(data.address, 4000) : '';
    const code = can.includes('page') ? textIn(data.code, 4000) : '';
    if (!address && !code) {
      tell();
      return;
    }
    isAsking = true;
    const wish = {
      address,
      name: address && free(textIn(data.name, 60)),
      code,
      title: code && textIn(data.title, 200),
    };
    tell(await save(wish).catch(() => ({ said: texts.failed })));
    isAsking = false;
  });
  // The frame may have asked before this script was there.
  tell();
})(window);
