/** The panel of the live page: a switch with the ways in which the source fails, and what the server has done. */

/**
 * Answer of the server.
 * @typedef {object} State
 * @property {string} broken position of the switch
 * @property {readonly {id: string, label: string}[]} modes its positions
 * @property {readonly {at: number, what: string}[]} journal the latest line first; `at` is a time in ms
 */

const panel = document.querySelector('form');
const fieldset = document.querySelector('fieldset');
const journal = document.querySelector('.journal');
const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium' });

/** Shows the state of the server, after a press of the switch where there is one. @param {string} [broken] */
async function ask(broken) {
  const address = broken === undefined ? '/panel' : `/panel?broken=${broken}`;
  try {
    const response = await fetch(address, { method: broken === undefined ? 'GET' : 'POST' });
    show(await response.json());
  } catch {
    // The server was stopped: the panel waits for it.
  }
}

/** @param {State} state */
function show({ broken, modes, journal: lines }) {
  if (!document.querySelector('fieldset label')) fieldset?.append(...modes.map(position));
  for (const input of document.querySelectorAll('input')) input.checked = input.value === broken;
  journal?.replaceChildren(...lines.map(({ at, what }) => line(`${time.format(at)} – ${what}`)));
}

/** @param {State['modes'][number]} mode */
function position({ id, label }) {
  const made = document.createElement('label');
  made.append(Object.assign(document.createElement('input'), { type: 'radio', name: 'broken', value: id }), label);
  return made;
}

/** @param {string} text */
const line = (text) => Object.assign(document.createElement('li'), { textContent: text });

panel?.addEventListener('change', () => void ask(String(new FormData(panel).get('broken'))));
void ask();
setInterval(() => void ask(), 1000);

export {};
