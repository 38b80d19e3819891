/** Rules over what things are called: organisations under two names, names of indicators, official codes and addresses. */

import { closest } from '../model/closest.ts';
import { editDistance, fold, hasCheckDigit, isSiren, oneErrorApart, push } from '../model/index.ts';
import type { CheckContext } from './check.ts';
import { type Hit, type Hits, inField, type Pattern, rule, type Weight } from './rule.ts';
import { alike } from './shared/alike.ts';
import type { DatasetIndex } from './shared/dataset-index.ts';
import { type BilingualText, findingPlace } from './shared/finding.ts';
import { groupByKey, numbered } from './shared/lists.ts';
import { type ComparedName, namedOf, nameKey } from './shared/names.ts';
import { departementCode } from './shared/places.ts';

/** Names shorter than this differ by one letter without being related. */
const SHORTEST = 7;

/** Neighbours that each name of a large block is compared with. */
const WINDOW = 8;

/** Whether two records may be one organisation: the same code, or no code and no place that sets them apart. */
function mayBeOne(a: ComparedName, b: ComparedName): boolean {
  const [x, y] = [a.organisation, b.organisation];
  if (a.siren !== '' && b.siren !== '') return a.siren === b.siren;
  if (x.legalForm && y.legalForm && fold(x.legalForm) !== fold(y.legalForm)) return false;
  if (a.departement !== '' && b.departement !== '' && a.departement !== b.departement) return false;
  return a.place === '' || b.place === '' || a.place === b.place;
}

/** Returns the hit on an organisation and those that it may be: the first five by name. */
function sameAs(field: string, { organisation }: ComparedName, others: readonly ComparedName[], weight?: Weight): Hit {
  const list = others.slice(0, 5).map(({ organisation: { name, id } }) => `${name} (${id})`);
  const expected = [...list, ...(others.length > 5 ? [`… ${others.length - 5}`] : [])].join(', ');
  return { at: inField('organisations', organisation, field), found: organisation.name, expected, weight };
}

/** Whether one record lists both of two organisations: who counts them side by side means two, though none is named apart. */
function listedTogether({ list }: DatasetIndex): (a: ComparedName, b: ComparedName) => boolean {
  const lists = new Map<string, ReadonlySet<unknown>[]>();
  for (const { organisations } of list('missions')) {
    const those = new Set(organisations);
    for (const each of those) push(lists, each, those);
  }
  return (a, b) => lists.get(a.organisation.id)?.some((those) => those.has(b.organisation.id)) === true;
}

/** Finds records of one SIREN number: one legal person. */
function* sameCode(list: readonly ComparedName[]): Hits<'siren'> {
  const codes = groupByKey(list, ({ siren }) => siren || null);
  for (const [first, ...others] of codes.values())
    if (first && others.length > 0) yield ['siren', sameAs('siren', first, others)];
}

/** Finds records of one name, in one place or in a place that one of them does not state. */
function* sameName(list: readonly ComparedName[], index: DatasetIndex): Hits<'name'> {
  const areApart = listedTogether(index);
  for (const group of groupByKey(list, ({ key }) => key).values()) {
    if (group.length < 2) continue;
    const places = groupByKey(group, ({ place }) => place);
    // Without any place, a record of a name that several towns share may be any of them.
    const isOneAnywhere = places.size === 2 && places.has('');
    for (const set of isOneAnywhere ? [group] : places.values()) {
      for (const [first, ...same] of alike(set, (a, b) => mayBeOne(a, b) && !areApart(a, b))) {
        // Records with one SIREN number have the finding on it.
        if (first.siren !== '' && same.every(({ siren }) => siren !== '')) continue;
        yield ['name', sameAs('name', first, same, isOneAnywhere ? 'warning, possible' : undefined)];
      }
    }
  }
}

/** Finds records of the same three words or more in another order. */
function* sameWords(list: readonly ComparedName[]): Hits<'words'> {
  const bags = groupByKey(list, ({ bare }) => {
    const words = bare.split(' ').sort();
    return words.length > 2 ? words.join(' ') : null;
  });
  for (const bag of bags.values())
    for (const [first, ...same] of alike(bag, (a, b) => a.key !== b.key && mayBeOne(a, b)))
      yield ['words', sameAs('name', first, same)];
}

/** Finds a name that another record has as another spelling of its own. */
function* sameAlias(list: readonly ComparedName[]): Hits<'alias'> {
  const names = groupByKey(list, ({ key }) => key);
  for (const named of list) {
    const keys = new Set(named.organisation.aliases.map(nameKey).filter((key) => key !== named.key));
    const found = [...keys].flatMap((key) => (names.get(key) ?? []).slice(0, 20));
    const others = found.filter((other) => other !== named && mayBeOne(named, other));
    if (others.length > 0) yield ['alias', sameAs('aliases', named, others)];
  }
}

/** Returns the first letters of a name's words, without articles. */
const initialsOf = ({ bare }: ComparedName): string =>
  bare
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');

/** Finds an acronym and the name that it is short for, in one town. */
function* sameInitials(list: readonly ComparedName[]): Hits<'initials'> {
  const acronyms = groupByKey(list, ({ organisation: { name }, place }) =>
    place !== '' && /^\p{Lu}{3,8}$/u.test(name) ? `${fold(name)}|${place}` : null,
  );
  if (acronyms.size === 0) return;
  for (const named of list) {
    const initials = initialsOf(named);
    const short = initials.length > 2 ? acronyms.get(`${initials}|${named.place}`) : undefined;
    const others = (short ?? []).filter((each) => each !== named && mayBeOne(named, each));
    if (others.length > 0) yield ['initials', sameAs('name', named, others)];
  }
}

/**
 * Blocks of names that may be one error apart: of two such names one half is the same in both, at the front or at the
 * end. Only names of one block are compared, and in a large block only neighbours in the alphabet.
 */
function blocksOf(key: string): readonly string[] {
  const n = key.length;
  const fronts = new Set([n, n - 1, n + 1].map((length) => Math.floor(length / 2)));
  const half = [...fronts].filter((size) => size > 2);
  return half.flatMap((size) => [`^${size}${key.slice(0, size)}`, `$${size}${key.slice(-size)}`]);
}

const isOneLetterApart = (a: ComparedName, b: ComparedName): boolean =>
  a.digits === b.digits && (oneErrorApart(a.words, b.words) || oneErrorApart(a.bare, b.bare)) && mayBeOne(a, b);

const isSwapped = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Whether two names were meant to differ: their one difference is a whole short word ("Groupe A", "Groupe B"). */
function isMeant(a: ComparedName, b: ComparedName): boolean {
  const [x, y] = [a.bare.split(' '), b.bare.split(' ')];
  if (x.length !== y.length) return false;
  const apart = x.flatMap((word, at) => (word === y[at] ? [] : [[word, y[at] ?? ''] as const]));
  return apart.some(([one, other]) => {
    if (one.length <= 2 || other.length <= 2) return true;
    // Another first letter, or another letter in a short word, makes another word: Castel, Pastel; pont, port.
    return one.length === other.length && !isSwapped(one, other) && (one[0] !== other[0] || one.length <= 4);
  });
}

function* nearNames(list: readonly ComparedName[]): Hits<'letter'> {
  const first = new Map<string, ComparedName>();
  for (const named of list) if (named.key.length >= SHORTEST && !first.has(named.key)) first.set(named.key, named);
  const blocks = new Map<string, ComparedName[]>();
  for (const named of first.values()) for (const block of blocksOf(named.key)) push(blocks, block, named);
  const found = new Map<string, readonly [ComparedName, ComparedName]>();
  for (const block of blocks.values()) {
    const sorted = block.length > WINDOW ? [...block].sort((a, b) => (a.key < b.key ? -1 : 1)) : block;
    for (const [at, a] of numbered(sorted)) {
      for (const b of sorted.slice(at + 1, at + 1 + WINDOW)) {
        if (!isOneLetterApart(a, b)) continue;
        const [x, y] = a.key < b.key ? [a, b] : [b, a];
        found.set(`${x.key}|${y.key}`, [x, y]);
      }
    }
  }
  for (const [a, b] of found.values()) if (!isMeant(a, b)) yield ['letter', sameAs('name', a, [b])];
}

const KEEP_ONE: Pattern = [
  'Si c’est la même organisation, gardez une seule fiche et mettez l’autre nom dans « aliases ».',
  'If it is one organisation, keep one record and put the other name in "aliases".',
];

/** One organisation under two ids or two spellings. */
export const duplicates = rule(
  'duplicates',
  { fr: 'Doublons et variantes d’un nom', en: 'Duplicates and spellings of one name' },
  ['organisations'],
  {
    siren: ['warning, likely', ['le même SIREN : {expected}', 'the same SIREN number: {expected}'], KEEP_ONE],
    name: [
      'warning, likely',
      [
        'le même nom, à la casse, aux accents ou à la forme juridique près : {expected}',
        'the same name but for case, accents or legal form: {expected}',
      ],
      KEEP_ONE,
    ],
    words: [
      'warning, possible',
      ['les mêmes mots dans un autre ordre : {expected}', 'the same words in another order: {expected}'],
      KEEP_ONE,
    ],
    alias: [
      'warning, likely',
      [
        'une autre fiche porte un de ses autres noms : {expected}',
        'another record has one of its other names: {expected}',
      ],
      KEEP_ONE,
    ],
    initials: [
      'info, possible',
      [
        'un sigle de la même ville a les mêmes initiales : {expected}',
        'an acronym in the same town has the same initials: {expected}',
      ],
      KEEP_ONE,
    ],
    letter: [
      'warning, possible',
      ['une lettre sépare ces deux noms : {expected}', 'one letter sets these two names apart: {expected}'],
      KEEP_ONE,
    ],
  },
  function* ({ index }) {
    const list = index.list('organisations').map(namedOf);
    yield* sameCode(list);
    yield* sameName(list, index);
    yield* sameWords(list);
    yield* sameAlias(list);
    yield* sameInitials(list);
    yield* nearNames(list);
  },
);

/** Whether a name is another one with a few slips, or with words more or less: `staff-fte-moyen`. */
const isNear = (a: string, b: string): boolean =>
  a.includes(b) ||
  b.includes(a) ||
  editDistance(fold(a), fold(b), Math.ceil(Math.min(a.length, b.length) / 4)) !== null;

const NOWHERE: Pattern = [
  "il n'est dans aucun catalogue : {shown} nulle part",
  'it is in no catalogue: {shown} nowhere',
];

/** Indicators of figures that no catalogue defines, which nobody would find; and indicators that share a label. */
export const indicatorNames = rule(
  'indicator-names',
  { fr: 'Noms d’indicateurs', en: 'Names of indicators' },
  ['observations'],
  {
    unknown: [
      'error, certain',
      NOWHERE,
      [
        'Définissez cet indicateur dans le catalogue, ou ôtez « indicator ».',
        'Define this indicator in the catalogue, or take "indicator" away.',
      ],
    ],
    near: [
      'error, certain',
      NOWHERE,
      [
        "Le nom le plus proche est « {expected} » : écrivez-le si c'est lui, sinon définissez cet indicateur dans le catalogue.",
        'The nearest name is "{expected}": write that one if it is meant, else define this indicator in the catalogue.',
      ],
    ],
    // Readers of a table or of a list cannot distinguish them.
    label: [
      'warning, likely',
      ['un autre indicateur porte le même libellé : {expected}', 'another indicator has the same label: {expected}'],
      ['Donnez-leur des libellés différents.', 'Give them different labels.'],
    ],
  },
  function* ({ dataset, index, options }) {
    const { indicators } = options;
    // Nothing is said where no catalogue is known.
    const figures = groupByKey(index.list('observations'), ({ indicator }) =>
      indicator && indicators && !Object.hasOwn(indicators, indicator) ? indicator : null,
    );
    for (const [found, list] of figures) {
      const [first] = list;
      const expected = closest(found, Object.keys(indicators ?? {})).find((each) => isNear(found, each));
      const where = { ...(first ? findingPlace('observations', first, 'indicator') : {}), collection: 'observations' };
      const subject = { fr: `Indicateur « ${found} »`, en: `Indicator "${found}"` };
      const shown =
        list.length === 1
          ? { fr: 'ce chiffre ne sera montré', en: 'this figure is shown' }
          : { fr: `ces ${list.length} chiffres ne seront montrés`, en: `these ${list.length} figures are shown` };
      const hit = { at: { where, subject }, found, expected, values: { shown } };
      yield [expected === undefined ? 'unknown' : 'near', hit];
    }
    const labels = new Map<string, (readonly [name: string, label: BilingualText])[]>();
    for (const [name, { label }] of Object.entries(indicators ?? dataset.measures?.indicators ?? {}))
      if (label) push(labels, fold(label.fr), [name, { fr: label.fr, en: label['en'] ?? label.fr }]);
    for (const [first, ...others] of labels.values()) {
      if (!first || others.length === 0) continue;
      const [found, subject] = first;
      const where = { file: 'measures.json', field: `indicators.${found}.label` };
      yield ['label', { at: { where, subject }, found, expected: others.map(([name]) => name).join(', ') }];
    }
  },
);

/** An address with a host in it, and no space. */
const URL_FORM = /^https?:\/\/[^\s/?#]\S*$/iu;

/** Whether an address may be followed: on the web, of a mailbox or of a telephone. One without a scheme is left alone. */
function isLink(url: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.trim())?.[1]?.toLowerCase();
  if (scheme === undefined || /^[^/]*:\d+(?:\/|$)/.test(url)) return !/^\/\/|^https?\b/i.test(url.trim());
  if (scheme === 'mailto') return /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(url.trim());
  if (scheme === 'tel') return /\d/.test(url);
  return (scheme === 'http' || scheme === 'https') && URL_FORM.test(url.trim());
}

function* links({ index }: CheckContext): Hits<'link'> {
  const all = [
    ...index
      .list('organisations')
      .flatMap((record) =>
        record.links.map(({ url }, at) => ({ at: inField('organisations', record, `links.${at}.url`), url })),
      ),
    ...(['events', 'publications'] as const).flatMap((collection) =>
      index.list(collection).map((record) => ({ at: inField(collection, record, 'url'), url: record.url })),
    ),
  ];
  for (const { at, url } of all)
    if (url !== undefined && url !== null && !isLink(url))
      yield ['link', { at, found: url, expected: 'https://…, mailto:…, tel:…' }];
}

/** Numbers that pass, for each that does not, before that one looks mistyped: invented ones pass one time in ten. */
const PASSING = 4;

function* sirens({ index }: CheckContext): Hits<'siren' | 'siret' | 'digits'> {
  const coded = index.list('organisations').filter(({ siren }) => siren);
  const formed = coded.filter(({ siren }) => isSiren(siren ?? ''));
  const wrong = new Set(formed.filter(({ siren }) => !hasCheckDigit(siren ?? '')));
  const isPassing = formed.length - wrong.size >= PASSING * wrong.size;
  for (const record of coded) {
    const [found, at] = [record.siren ?? '', inField('organisations', record, 'siren')];
    const digits = found.replace(/\D/gu, '');
    if (wrong.has(record) && isPassing) yield ['digits', { at, found }];
    else if (!isSiren(found) && digits.length === 14) yield ['siret', { at, found, expected: digits.slice(0, 9) }];
    else if (!isSiren(found)) yield ['siren', { at, found }];
  }
}

/** Kinds whose code is the end of their id: `commune-29019` is 29019. */
const CODED = new Set(['commune', 'epci', 'departement', 'region']);

/** Form of the official code of each kind, as a pattern and in words. */
const FORMS: Readonly<Record<string, readonly [pattern: RegExp, form: BilingualText]>> = {
  commune: [/^(?:\d{5}|2[AB]\d{3})$/, { fr: 'un code INSEE, de cinq signes', en: 'an INSEE code, of five characters' }],
  epci: [/^\d{9}$/, { fr: 'un SIREN, de neuf chiffres', en: 'a SIREN number, of nine digits' }],
};

/** Finds codes of territories that are not those of their ids, or have a form that no such territory has. */
function* territoryCodes({ index }: CheckContext): Hits<'code' | 'form' | 'zero'> {
  const places = index.places();
  for (const record of index.list('territories')) {
    const { id, kind, code } = record;
    const ofId = id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : undefined;
    if (CODED.has(kind) && code && ofId !== undefined && ofId !== code)
      yield ['code', { at: inField('territories', record, 'code'), found: code, expected: ofId }];
    const [[pattern, form] = [], found] = [FORMS[kind], ofId ?? code];
    // A code that is not in digits is no official code.
    if (!pattern || !form || !found || !/^\d+$/.test(found) || pattern.test(found)) continue;
    // The table lists communes of another country with their own codes.
    if (kind === 'commune' && places.listed(found)) continue;
    const hit = { at: inField('territories', record, 'id'), found, values: { form } };
    if (kind === 'commune' && places.listed(`0${found}`)) yield ['zero', { ...hit, expected: `0${found}` }];
    else yield ['form', hit];
  }
}

/** Finds communes in another département than their code says, under another name than their code has, or that are gone. */
function* communes({ index }: CheckContext): Hits<'departement' | 'name' | 'gone'> {
  const places = index.places();
  for (const record of index.list('territories')) {
    const insee = /^commune-(\w{5})$/.exec(record.id)?.[1];
    if (insee === undefined) continue;
    const { parents, name } = record;
    const listed = places.listed(insee);
    const home = `departement-${listed?.departement || departementCode(insee)}`;
    const parent = parents.find((each) => each.startsWith('departement-'));
    const at = (field: string) => inField('territories', record, field);
    if (parent !== undefined && !parents.includes(home))
      yield ['departement', { at: at('parents'), found: parent, expected: home, values: { insee } }];
    const reading = places.readTown(name.fr);
    const known = reading.kind === 'known' ? reading.insee : [];
    if (listed && !known.includes(insee)) {
      const values = { insee, name: listed.name };
      yield ['name', { at: at('name'), found: name.fr, expected: `${listed.name} (${insee})`, values }];
    } else if (!listed && places.covers(insee))
      yield ['gone', { at: at('id'), found: insee, expected: known.find((each) => each !== insee) }];
  }
}

const NO_SIREN: Pattern = [
  "« {found} » n'est pas un numéro SIREN, qui a neuf chiffres",
  '"{found}" is no SIREN number, which has nine digits',
];
const NO_SUCH_FORM: Pattern = ["« {found} » n'est pas {form}", '"{found}" is not {form}'];

/** Official codes and addresses that are none: a SIREN of eight digits, a link that may not be followed. */
export const codes = rule(
  'codes',
  { fr: 'Codes et adresses', en: 'Codes and addresses' },
  ['organisations', 'events', 'publications', 'territories'],
  {
    link: [
      'warning, likely',
      ["« {found} » n'est pas une adresse que l'on puisse suivre", '"{found}" is no address that may be followed'],
      [
        'Écrivez une adresse en https, mailto ou tel : les autres ne sont pas affichées.',
        'Write an https, mailto or tel address: others are not shown.',
      ],
    ],
    siren: ['warning, likely', NO_SIREN, ['Vérifiez le numéro.', 'Check the number.']],
    siret: [
      'warning, likely',
      NO_SIREN,
      [
        'C’est sans doute un SIRET : gardez-en les neuf premiers chiffres.',
        'It is a SIRET number, probably: keep its first nine digits.',
      ],
    ],
    digits: [
      'warning, likely',
      [
        "« {found} » n'est le SIREN d'aucune organisation : ses chiffres ne passent pas le contrôle de ces numéros",
        '"{found}" is the SIREN number of no organisation: its digits do not pass the check of these numbers',
      ],
      ['Un chiffre est sans doute faux : vérifiez le numéro.', 'One digit is wrong, probably: check the number.'],
    ],
    code: [
      'warning, likely',
      ["le code est {found}, l'identifiant dit {expected}", 'the code is {found}, the id says {expected}'],
      ['Corrigez le code ou l’identifiant.', 'Correct the code or the id.'],
    ],
    form: ['warning, likely', NO_SUCH_FORM, ['Vérifiez le code.', 'Check the code.']],
    zero: [
      'warning, likely',
      NO_SUCH_FORM,
      [
        'Un tableur a sans doute ôté le zéro du début : écrivez {expected}.',
        'A spreadsheet has taken the first zero away, probably: write {expected}.',
      ],
    ],
    departement: [
      'warning, likely',
      [
        "{found} n'est pas le département du code INSEE {insee}",
        '{found} is not the département of the INSEE code {insee}',
      ],
      ['Corrigez le département ou le code.', 'Correct the département or the code.'],
    ],
    name: [
      'warning, likely',
      [
        'le code INSEE {insee} est celui de {name}, pas de « {found} »',
        'the INSEE code {insee} is that of {name}, not of "{found}"',
      ],
      ['Corrigez le nom ou le code.', 'Correct the name or the code.'],
    ],
    gone: [
      'warning, likely',
      ["aucune commune d'aujourd'hui n'a le code INSEE {found}", 'no commune of today has the INSEE code {found}'],
      [
        'Vérifiez le code : la commune a pu fusionner avec une autre.',
        'Check the code: the commune may have merged with another one.',
      ],
    ],
  },
  function* (context) {
    yield* links(context);
    yield* sirens(context);
    yield* territoryCodes(context);
    yield* communes(context);
  },
);
