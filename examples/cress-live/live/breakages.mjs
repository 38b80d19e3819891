/** Ways in which a server fails, for the switch of the live page. Each answers instead of the data. */

/**
 * @typedef {object} Breakage
 * @property {string} id
 * @property {string} label in French, for the panel
 * @property {(response: import('node:http').ServerResponse, asked: {body: string, name: string}) => void} answer
 *   `body` is what would have been answered
 */

/** Milliseconds after which the slow server answers: longer than the widgets wait. */
const SLOW_MS = 30_000;
/** Seconds for which the server that is asked too often wants to be left alone. */
const RETRY_AFTER_S = 6;

/** @param {number} status @param {string} type @param {string} text @returns {Breakage['answer']} */
const fixed = (status, type, text) => (response) => void response.writeHead(status, { 'Content-Type': type }).end(text);

/** @param {import('node:http').ServerResponse} response @param {string} body */
const json = (response, body) =>
  void response
    .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' })
    .end(body);

/** Writes the manifest with other addresses for its collections. @param {string} body @param {(name: string) => string} hrefOf */
function renamed(body, hrefOf) {
  const manifest = JSON.parse(body);
  for (const [name, entry] of Object.entries(manifest.collections)) entry.href = hrefOf(name);
  return JSON.stringify(manifest);
}

const LOGIN = '<!doctype html><title>Connexion</title><form><label>Mot de passe <input type="password"></label></form>';

/** @type {readonly Breakage[]} */
export const BREAKAGES = [
  { id: 'error', label: 'Erreur 500', answer: fixed(500, 'text/plain; charset=utf-8', 'Internal Server Error') },
  { id: 'missing', label: 'Fichier disparu (404)', answer: fixed(404, 'text/plain; charset=utf-8', 'Not Found') },
  {
    id: 'login',
    label: 'Page de connexion à la place des données',
    answer: fixed(200, 'text/html; charset=utf-8', LOGIN),
  },
  { id: 'empty', label: 'Réponse vide', answer: fixed(200, 'application/json', '') },
  { id: 'cut', label: 'JSON coupé', answer: (response, { body }) => json(response, body.slice(0, body.length / 2)) },
  { id: 'silent', label: 'Ne répond jamais', answer: () => {} },
  {
    id: 'slow',
    label: 'Répond après 30 secondes',
    answer: (response, { body }) => {
      const timer = setTimeout(() => json(response, body), SLOW_MS);
      response.on('close', () => clearTimeout(timer));
    },
  },
  {
    id: 'schema',
    label: 'Collections d’une autre forme',
    answer: (response, { name, body }) =>
      name === 'manifest.json'
        ? json(
            response,
            renamed(body, (each) => `autre-forme-${each}.json`),
          )
        : json(response, '{"total": 3}'),
  },
  {
    id: 'order',
    label: 'Manifeste envoyé avant ses fichiers',
    answer: (response, { name, body }) =>
      name === 'manifest.json'
        ? json(
            response,
            renamed(body, (each) => `${each}.0123456789abcdef.json`),
          )
        : fixed(404, 'text/plain; charset=utf-8', 'Not Found')(response, { name, body }),
  },
  {
    id: 'often',
    label: `Trop de demandes (429), revenir dans ${RETRY_AFTER_S} secondes`,
    answer: (response) => void response.writeHead(429, { 'Retry-After': String(RETRY_AFTER_S) }).end(),
  },
  { id: 'reset', label: 'Connexion coupée', answer: (response) => void response.socket?.resetAndDestroy() },
];
