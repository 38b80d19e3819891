import { type Finding, hasCheckDigit, isSiren } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type At, type BilingualText, placeAndSubject, report } from './shared/finding.ts';
import { departementCode } from './shared/places.ts';

const id = 'codes';

const problem = (at: At, found: string, expected: string, what: BilingualText, todo: BilingualText): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    ...placeAndSubject(at),
    found,
    ...(expected === '' ? {} : { expected }),
    what,
    todo,
  });

/** Whether an address may be followed: on the web, of a mailbox or of a telephone. One without a scheme is left alone. */
function isLink(url: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.trim())?.[1]?.toLowerCase();
  if (scheme === undefined || /^[^/]*:\d+(?:\/|$)/.test(url)) return !/^\/\/|^https?\b/i.test(url.trim());
  if (scheme === 'mailto') return /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(url.trim());
  if (scheme === 'tel') return /\d/.test(url);
  return (scheme === 'http' || scheme === 'https') && URL_FORM.test(url.trim());
}

/** An address with a host in it, and no space. */
const URL_FORM = /^https?:\/\/[^\s/?#]\S*$/iu;

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

/** Numbers that pass, for each that does not, before that one looks mistyped: invented ones pass one time in ten. */
const PASSING = 4;

/** Yields SIREN numbers whose digits do not go together, among others that do. */
function* mistypedSirens({ index }: CheckContext): Generator<Finding> {
  const coded = index.list('organisations').filter(({ siren }) => siren && isSiren(siren));
  const wrong = coded.filter(({ siren }) => !hasCheckDigit(siren ?? ''));
  if (coded.length - wrong.length < PASSING * wrong.length) return;
  for (const record of wrong) {
    yield problem(
      { collection: 'organisations', record, field: 'siren' },
      record.siren ?? '',
      '',
      {
        fr: `« ${record.siren ?? ''} » n'est le SIREN d'aucune organisation : ses chiffres ne passent pas le contrôle de ces numéros`,
        en: `"${record.siren ?? ''}" is the SIREN number of no organisation: its digits do not pass the check of these numbers`,
      },
      {
        fr: 'Un chiffre est sans doute faux : vérifiez le numéro.',
        en: 'One digit is wrong, probably: check the number.',
      },
    );
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

/** Form of the official code of each kind, as a pattern and in words. */
const FORMS: Readonly<Record<string, readonly [pattern: RegExp, form: BilingualText]>> = {
  commune: [/^(?:\d{5}|2[AB]\d{3})$/, { fr: 'un code INSEE, de cinq signes', en: 'an INSEE code, of five characters' }],
  epci: [/^\d{9}$/, { fr: 'un SIREN, de neuf chiffres', en: 'a SIREN number, of nine digits' }],
};

/** Finds codes of a form that no such territory has. */
function* misshapen({ index }: CheckContext): Generator<Finding> {
  for (const record of index.list('territories')) {
    const [pattern, form] = FORMS[record.kind] ?? [];
    const code = record.id.startsWith(`${record.kind}-`) ? record.id.slice(record.kind.length + 1) : record.code;
    // A code that is not in digits is no official code.
    if (!pattern || !form || !code || !/^\d+$/.test(code) || pattern.test(code)) continue;
    // The table lists communes of another country with their own codes.
    if (record.kind === 'commune' && index.places().listed(code)) continue;
    const what = { fr: `« ${code} » n'est pas ${form.fr}`, en: `"${code}" is not ${form.en}` };
    const whole = record.kind === 'commune' && index.places().listed(`0${code}`) ? `0${code}` : '';
    const todo =
      whole === ''
        ? { fr: 'Vérifiez le code.', en: 'Check the code.' }
        : {
            fr: `Un tableur a sans doute ôté le zéro du début : écrivez ${whole}.`,
            en: `A spreadsheet has taken the first zero away, probably: write ${whole}.`,
          };
    yield problem({ collection: 'territories', record, field: 'id' }, code, whole, what, todo);
  }
}

/** Communes in another département than their code says, or under another name than their code has. */
function* misplaced({ index }: CheckContext): Generator<Finding> {
  const places = index.places();
  for (const record of index.list('territories')) {
    const insee = /^commune-(\w{5})$/.exec(record.id)?.[1];
    if (insee === undefined) continue;
    const listed = places.listed(insee);
    const home = `departement-${listed?.departement || departementCode(insee)}`;
    const parent = record.parents.find((each) => each.startsWith('departement-'));
    if (parent !== undefined && !record.parents.includes(home)) {
      const what = {
        fr: `${parent} n'est pas le département du code INSEE ${insee}`,
        en: `${parent} is not the département of the INSEE code ${insee}`,
      };
      const todo = { fr: 'Corrigez le département ou le code.', en: 'Correct the département or the code.' };
      yield problem({ collection: 'territories', record, field: 'parents' }, parent, home, what, todo);
    }
    const reading = listed && places.readTown(record.name.fr);
    if (!listed || !reading || (reading.kind === 'known' && reading.insee.includes(insee))) continue;
    const what = {
      fr: `le code INSEE ${insee} est celui de ${listed.name}, pas de « ${record.name.fr} »`,
      en: `the INSEE code ${insee} is that of ${listed.name}, not of "${record.name.fr}"`,
    };
    const todo = { fr: 'Corrigez le nom ou le code.', en: 'Correct the name or the code.' };
    yield problem(
      { collection: 'territories', record, field: 'name' },
      record.name.fr,
      `${listed.name} (${insee})`,
      what,
      todo,
    );
  }
}

/** Communes of a département that the table knows, which are not in it. */
function* unlisted({ index }: CheckContext): Generator<Finding> {
  const places = index.places();
  for (const record of index.list('territories')) {
    const insee = /^commune-(\w{5})$/.exec(record.id)?.[1];
    if (insee === undefined || places.listed(insee) || !places.covers(insee)) continue;
    const reading = places.readTown(record.name.fr);
    const other = reading.kind === 'known' ? reading.insee.find((each) => each !== insee) : undefined;
    const what = {
      fr: `aucune commune d'aujourd'hui n'a le code INSEE ${insee}`,
      en: `no commune of today has the INSEE code ${insee}`,
    };
    yield problem({ collection: 'territories', record, field: 'id' }, insee, other ?? '', what, {
      fr: 'Vérifiez le code : la commune a pu fusionner avec une autre.',
      en: 'Check the code: the commune may have merged with another one.',
    });
  }
}

/** Official codes and addresses that are none: a SIREN of eight digits, a link that may not be followed. */
export const codes: Check = {
  id,
  label: { fr: 'Codes et adresses', en: 'Codes and addresses' },
  needs: ['organisations', 'events', 'publications', 'territories'],
  run: (context) =>
    [links, sirens, mistypedSirens, territories, misshapen, misplaced, unlisted].flatMap((look) => [...look(context)]),
};
