import { type Finding, fold, type Organisation, oneErrorApart, push } from '../model/index.ts';
import type { Check } from './check.ts';
import { alike } from './shared/alike.ts';
import type { DatasetIndex } from './shared/dataset-index.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';
import { type Named, namedOf, nameKey } from './shared/names.ts';

const id = 'duplicates';

/** Names shorter than this differ by one letter without being related. */
const SHORTEST = 7;

/** Neighbours that each name of a large block is compared with. */
const WINDOW = 8;

/** Whether two records may be one organisation: the same code, or no code and no place that sets them apart. */
function mayBeOne(a: Named, b: Named): boolean {
  const [x, y] = [a.organisation, b.organisation];
  if (a.siren !== '' && b.siren !== '') return a.siren === b.siren;
  if (x.legalForm && y.legalForm && fold(x.legalForm) !== fold(y.legalForm)) return false;
  if (a.departement !== '' && b.departement !== '' && a.departement !== b.departement) return false;
  return a.place === '' || b.place === '' || a.place === b.place;
}

interface Same {
  readonly severity: Finding['severity'];
  readonly certainty: Finding['certainty'];
  readonly field: string;
  readonly fr: string;
  readonly en: string;
}

function findingOf(organisation: Organisation, others: readonly Organisation[], same: Same): Finding {
  const list = others.slice(0, 5).map((each) => `${each.name} (${each.id})`);
  const said = [...list, ...(others.length > 5 ? [`… ${others.length - 5}`] : [])].join(', ');
  return report({
    rule: id,
    severity: same.severity,
    certainty: same.certainty,
    where: placeOf('organisations', organisation, same.field),
    subject: subjectOf(organisation),
    found: organisation.name,
    expected: said,
    what: { fr: `${same.fr} : ${said}`, en: `${same.en}: ${said}` },
    todo: {
      fr: 'Si c’est la même organisation, gardez une seule fiche et mettez l’autre nom dans « aliases ».',
      en: 'If it is one organisation, keep one record and put the other name in "aliases".',
    },
  });
}

/** Finds records of one SIREN number: one legal person. */
function sameCode(list: readonly Named[]): readonly Finding[] {
  const codes = new Map<string, Organisation[]>();
  for (const { organisation, siren } of list) if (siren !== '') push(codes, siren, organisation);
  return [...codes.values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? findingOf(first, others, {
          severity: 'warning',
          certainty: 'likely',
          field: 'siren',
          fr: 'le même SIREN',
          en: 'the same SIREN number',
        })
      : [],
  );
}

/** Whether one record lists both of two organisations: who counts them side by side means two, though none is named apart. */
function listedTogether({ list }: DatasetIndex): (a: Named, b: Named) => boolean {
  const lists = new Map<string, ReadonlySet<unknown>[]>();
  for (const { organisations } of list('missions')) {
    const those = new Set(organisations);
    for (const each of those) push(lists, each, those);
  }
  return (a, b) => lists.get(a.organisation.id)?.some((those) => those.has(b.organisation.id)) === true;
}

/** Finds records of one name, in one place or in a place that one of them does not state. */
function sameName(list: readonly Named[], index: DatasetIndex): readonly Finding[] {
  const areApart = listedTogether(index);
  const names = new Map<string, Named[]>();
  for (const named of list) push(names, named.key, named);
  return [...names.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const places = new Map<string, Named[]>();
    for (const named of group) push(places, named.place, named);
    const nowhere = places.get('') ?? [];
    // Without any place, a record of a name that several towns share may be any of them.
    const sets = places.size === 2 && nowhere.length > 0 ? [group] : [...places.values()];
    return sets.flatMap((set) =>
      alike(set, (a, b) => mayBeOne(a, b) && !areApart(a, b)).flatMap(([first, ...same]) => {
        // Records with one SIREN number have the finding on it.
        if (first.siren !== '' && same.every(({ siren }) => siren !== '')) return [];
        return findingOf(
          first.organisation,
          same.map(({ organisation }) => organisation),
          {
            severity: 'warning',
            certainty: set === group && places.size > 1 ? 'possible' : 'likely',
            field: 'name',
            fr: 'le même nom, à la casse, aux accents ou à la forme juridique près',
            en: 'the same name but for case, accents or legal form',
          },
        );
      }),
    );
  });
}

/** Finds records of the same three words or more in another order. */
function sameWords(list: readonly Named[]): readonly Finding[] {
  const bags = new Map<string, Named[]>();
  for (const named of list) {
    const words = named.bare.split(' ').sort();
    if (words.length > 2) push(bags, words.join(' '), named);
  }
  return [...bags.values()].flatMap((bag) =>
    alike(bag, (a, b) => a.key !== b.key && mayBeOne(a, b)).map(([first, ...same]) =>
      findingOf(
        first.organisation,
        same.map(({ organisation }) => organisation),
        {
          severity: 'warning',
          certainty: 'possible',
          field: 'name',
          fr: 'les mêmes mots dans un autre ordre',
          en: 'the same words in another order',
        },
      ),
    ),
  );
}

/** Returns the first letters of a name's words, without articles. */
const initialsOf = ({ bare }: Named): string =>
  bare
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');

/** Finds an acronym and the name that it is short for, in one town. */
function sameInitials(list: readonly Named[]): readonly Finding[] {
  const acronyms = new Map<string, Named[]>();
  for (const named of list) {
    const { name } = named.organisation;
    if (named.place !== '' && /^\p{Lu}{3,8}$/u.test(name)) push(acronyms, `${fold(name)}|${named.place}`, named);
  }
  if (acronyms.size === 0) return [];
  return list.flatMap((named) => {
    const initials = initialsOf(named);
    const short = initials.length > 2 ? acronyms.get(`${initials}|${named.place}`) : undefined;
    const others = (short ?? []).filter((each) => each !== named && mayBeOne(named, each));
    if (others.length === 0) return [];
    return findingOf(
      named.organisation,
      others.map(({ organisation }) => organisation),
      {
        severity: 'info',
        certainty: 'possible',
        field: 'name',
        fr: 'un sigle de la même ville a les mêmes initiales',
        en: 'an acronym in the same town has the same initials',
      },
    );
  });
}

/** Finds a name that another record has as another spelling of its own. */
function sameAlias(list: readonly Named[]): readonly Finding[] {
  const names = new Map<string, Named[]>();
  for (const named of list) push(names, named.key, named);
  return list.flatMap((named) => {
    const keys = new Set(named.organisation.aliases.map(nameKey).filter((key) => key !== named.key));
    const found = [...keys].flatMap((key) => (names.get(key) ?? []).slice(0, 20));
    const others = found.filter((other) => other !== named && mayBeOne(named, other));
    if (others.length === 0) return [];
    return findingOf(
      named.organisation,
      others.map(({ organisation }) => organisation),
      {
        severity: 'warning',
        certainty: 'likely',
        field: 'aliases',
        fr: 'une autre fiche porte un de ses autres noms',
        en: 'another record has one of its other names',
      },
    );
  });
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

function nearNames(list: readonly Named[]): readonly Finding[] {
  const first = new Map<string, Named>();
  for (const named of list) if (named.key.length >= SHORTEST && !first.has(named.key)) first.set(named.key, named);
  const blocks = new Map<string, Named[]>();
  for (const named of first.values()) for (const block of blocksOf(named.key)) push(blocks, block, named);
  const found = new Map<string, readonly [Named, Named]>();
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const sorted = block.length > WINDOW ? [...block].sort((a, b) => (a.key < b.key ? -1 : 1)) : block;
    for (let i = 0; i < sorted.length; i += 1) {
      const a = sorted[i];
      for (let j = i + 1; a && j < Math.min(sorted.length, i + 1 + WINDOW); j += 1) {
        const b = sorted[j];
        if (
          !b ||
          a.digits !== b.digits ||
          !(oneErrorApart(a.words, b.words) || oneErrorApart(a.bare, b.bare)) ||
          !mayBeOne(a, b)
        )
          continue;
        const [x, y] = a.key < b.key ? [a, b] : [b, a];
        found.set(`${x.key}|${y.key}`, [x, y]);
      }
    }
  }
  return [...found.values()].flatMap(([a, b]) =>
    isMeant(a, b)
      ? []
      : findingOf(a.organisation, [b.organisation], {
          severity: 'warning',
          certainty: 'possible',
          field: 'name',
          fr: 'une lettre sépare ces deux noms',
          en: 'one letter sets these two names apart',
        }),
  );
}

const isSwapped = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Whether two names were meant to differ: their one difference is a whole short word ("Groupe A", "Groupe B"). */
function isMeant(a: Named, b: Named): boolean {
  const [x, y] = [a.bare.split(' '), b.bare.split(' ')];
  if (x.length !== y.length) return false;
  const apart = x.flatMap((word, at) => (word === y[at] ? [] : [[word, y[at] ?? ''] as const]));
  return apart.some(([one, other]) => {
    if (one.length <= 2 || other.length <= 2) return true;
    // Another first letter, or another letter in a short word, makes another word: Castel, Pastel; pont, port.
    return one.length === other.length && !isSwapped(one, other) && (one[0] !== other[0] || one.length <= 4);
  });
}

/** One organisation under two ids or two spellings. */
export const duplicates: Check = {
  id,
  label: { fr: 'Doublons et variantes d’un nom', en: 'Duplicates and spellings of one name' },
  needs: ['organisations'],
  run: ({ index }) => {
    const list = index.list('organisations').map(namedOf);
    return [
      ...sameCode(list),
      ...sameName(list, index),
      ...sameWords(list),
      ...sameAlias(list),
      ...sameInitials(list),
      ...nearNames(list),
    ];
  },
};
