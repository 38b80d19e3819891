import type { Finding } from '../model/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { type At, report, type Told, told } from './shared/finding.ts';

const id = 'codes';

const problem = (at: At, found: string, expected: string, what: Told, todo: Told): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    ...told(at),
    found,
    ...(expected === '' ? {} : { expected }),
    what,
    todo,
  });

/** Nine digits, however they are spaced. */
const isSiren = (text: string): boolean => /^\d{9}$/.test(text.replace(/\s/gu, ''));

/** Whether an address may be followed: on the web, of a mailbox or of a telephone. One without a scheme is left alone. */
function isLink(url: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.trim())?.[1]?.toLowerCase();
  if (scheme === undefined || /^[^/]*:\d+(?:\/|$)/.test(url)) return !/^\/\/|^https?\b/i.test(url.trim());
  if (scheme === 'mailto' || scheme === 'tel') return true;
  return (scheme === 'http' || scheme === 'https') && URL_FORM.test(url.trim());
}

/** An address with a host in it, and no space. */
const URL_FORM = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/iu;

const link = (at: At, url: string): Finding[] =>
  isLink(url)
    ? []
    : [
        problem(
          at,
          url,
          'https://…, mailto:…, tel:…',
          {
            fr: `« ${url} » n'est pas une adresse que l'on puisse suivre`,
            en: `"${url}" is no address that may be followed`,
          },
          {
            fr: 'Écrivez une adresse en https, mailto ou tel : les autres ne sont pas affichées.',
            en: 'Write an https, mailto or tel address: others are not shown.',
          },
        ),
      ];

function* links({ index }: CheckContext): Generator<Finding> {
  for (const record of index.list('organisations')) {
    let at = 0;
    for (const { url } of record.links) {
      yield* link({ collection: 'organisations', record, field: `links.${at}.url` }, url);
      at += 1;
    }
  }
  for (const collection of ['events', 'publications'] as const) {
    for (const record of index.list(collection))
      if (record.url) yield* link({ collection, record, field: 'url' }, record.url);
  }
}

function* sirens({ index }: CheckContext): Generator<Finding> {
  for (const record of index.list('organisations')) {
    if (!record.siren || isSiren(record.siren)) continue;
    const digits = record.siren.replace(/\D/gu, '');
    const isSiret = digits.length === 14;
    yield problem(
      { collection: 'organisations', record, field: 'siren' },
      record.siren,
      isSiret ? digits.slice(0, 9) : '',
      {
        fr: `« ${record.siren} » n'est pas un numéro SIREN, qui a neuf chiffres`,
        en: `"${record.siren}" is no SIREN number, which has nine digits`,
      },
      isSiret
        ? {
            fr: 'C’est sans doute un SIRET : gardez-en les neuf premiers chiffres.',
            en: 'It is a SIRET number, probably: keep its first nine digits.',
          }
        : { fr: 'Vérifiez le numéro.', en: 'Check the number.' },
    );
  }
}

/** Kinds whose code is the end of their id: `commune-29019` is 29019. */
const CODED = new Set(['commune', 'epci', 'departement', 'region']);

function* territories({ index }: CheckContext): Generator<Finding> {
  for (const record of index.list('territories')) {
    const { kind, code } = record;
    const expected = record.id.startsWith(`${kind}-`) ? record.id.slice(kind.length + 1) : undefined;
    if (!CODED.has(kind) || !code || expected === undefined || expected === code) continue;
    yield problem(
      { collection: 'territories', record, field: 'code' },
      code,
      expected,
      {
        fr: `le code est ${code}, l'identifiant dit ${expected}`,
        en: `the code is ${code}, the id says ${expected}`,
      },
      { fr: 'Corrigez le code ou l’identifiant.', en: 'Correct the code or the id.' },
    );
  }
}

/** Official codes and addresses that are none: a SIREN of eight digits, a link that may not be followed. */
export const codes: Check = {
  id,
  label: { fr: 'Codes et adresses', en: 'Codes and addresses' },
  needs: ['organisations', 'events', 'publications', 'territories'],
  run: (context) => [...links(context), ...sirens(context), ...territories(context)],
};
