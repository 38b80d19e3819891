/** Policies of host pages under which the widgets work, in one table. */

export interface PagePolicy {
  readonly name: string;
  /** Headers of every answer of the page's host. */
  readonly headers: Readonly<Record<string, string>>;
  /** Put into the tag of the loader. */
  readonly nonce?: string;
  /** Very many members are read beside the page; without it by the page itself, in slices. */
  readonly hasWorker: boolean;
  /** Nothing comes at all: the page's host has to allow more, as the guide says. */
  readonly isClosed?: boolean;
  /** The page may give its visitor no file. */
  readonly hasNoDownloads?: boolean;
  /** Directives that the page reports a breach of, though everything works: a way that is tried and given up. */
  readonly reported: readonly string[];
}

const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
const NONCE = 'bm9uY2U';
const csp = (policy: string): Readonly<Record<string, string>> => ({ 'content-security-policy': policy });

/** A picture that is made of a drawing is a picture of the page: without it the drawing is given. */
const PICTURE = 'img-src';

export const POLICIES: readonly PagePolicy[] = [
  {
    name: 'nothing but scripts and data of the page’s own host, and both names of Trusted Types',
    headers: csp(`${STRICT}; trusted-types lit-html ess-widgets`),
    hasWorker: true,
    reported: [PICTURE],
  },
  {
    name: 'the same without the name that starts a worker',
    headers: csp(`${STRICT}; trusted-types lit-html`),
    hasWorker: false,
    reported: [PICTURE, 'trusted-types', 'require-trusted-types-for'],
  },
  {
    name: 'scripts and styles of the page’s own host',
    headers: csp("script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html"),
    hasWorker: false,
    reported: ['trusted-types', 'require-trusted-types-for'],
  },
  {
    name: 'a nonce',
    headers: csp(`default-src 'none'; script-src 'nonce-${NONCE}'; connect-src 'self'`),
    nonce: NONCE,
    hasWorker: false,
    reported: [PICTURE, 'worker-src', 'script-src', 'script-src-elem'],
  },
  {
    name: 'a nonce and strict-dynamic',
    headers: csp(`default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; connect-src 'self'`),
    nonce: NONCE,
    hasWorker: true,
    reported: [PICTURE],
  },
  {
    name: 'a sandbox that allows scripts only',
    headers: { ...csp('sandbox allow-scripts'), 'access-control-allow-origin': '*' },
    hasWorker: true,
    hasNoDownloads: true,
    reported: [],
  },
  {
    name: 'isolation from other origins (COEP and COOP)',
    headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
    hasWorker: true,
    reported: [],
  },
  {
    name: 'no name of Trusted Types at all',
    headers: csp("require-trusted-types-for 'script'; trusted-types 'none'"),
    hasWorker: false,
    isClosed: true,
    reported: ['trusted-types', 'require-trusted-types-for'],
  },
];
