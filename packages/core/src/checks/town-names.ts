import {
  type CollectionName,
  distanceKm,
  type Finding,
  fold,
  oneErrorApart,
  type Point,
  push,
} from '../model/index.ts';
import type { Check, CheckContext, KnownCommune } from './check.ts';
import { type FindingDraft, placeAndSubject, report } from './shared/finding.ts';
import { type Places, townKey } from './shared/places.ts';
import { printedInRecords, printedInTexts } from './shared/printed.ts';

const id = 'town-names';

type Titled = Parameters<typeof placeAndSubject>[0]['record'];

/** A text that names a town, or may. */
interface Mention {
  readonly text: string;
  readonly about: () => Pick<FindingDraft, 'where' | 'subject'>;
  /** INSEE code of the commune that its record names. */
  readonly home: string | undefined;
  /** Whether the text is nothing but the name of a town. */
  readonly alone: boolean;
  /** Position of its record. */
  readonly position?: Point | null | undefined;
}

const inseeOf = (territories: readonly (string | undefined)[]): string | undefined =>
  territories.find((each) => each?.startsWith('commune-'))?.slice('commune-'.length);

/** Returns the name of a town as it is typed and, where the record is typed right, the misprint of its document. */
function spellingsOf(
  field: string,
  typed: string | null | undefined,
  printed: Readonly<Record<string, string>> | undefined,
): readonly { readonly text: string; readonly field: string }[] {
  const found = printed?.[field];
  return [
    ...(typed ? [{ text: typed, field }] : []),
    ...(found && found !== typed ? [{ text: found, field: `printed.${field}` }] : []),
  ];
}

function* records({ index }: CheckContext): Generator<Mention> {
  for (const o of index.list('organisations')) {
    const home = inseeOf([o.position?.territory, ...o.territories]);
    for (const { text, field } of spellingsOf('town', o.town, o.printed)) {
      const about = () => placeAndSubject({ collection: 'organisations', record: o, field });
      yield { text, about, home, alone: true, position: o.position };
    }
  }
  for (const name of ['events', 'projects', 'meetings'] as const) {
    for (const record of index.list(name)) {
      const territories = 'territories' in record ? record.territories : [];
      const home = inseeOf([...territories, record.position?.territory]);
      for (const { text, field } of spellingsOf('place', record.place, record.printed)) {
        const about = () => placeAndSubject({ collection: name, record, field });
        yield { text, about, home, alone: false, position: record.position };
      }
    }
  }
}

/** Saints in a running text: towns more often than not. Other words cannot be told from common ones. */
const SAINT = /(?<![\p{L}\d])(?:St|Ste|Saint|Sainte)[ -]\p{Lu}[\p{L}'’-]+/gu;

/** Names in a running text: words with a capital, and the small words between them. */
const NAMES =
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’]*(?:[ -](?:\p{Lu}|(?:de|du|des|la|le|les|en|sur|l'|d'|l’|d’)(?=[ -]|\p{Lu}))[\p{L}'’]*)*/gu;

/** Returns the commune that a record names, misspelt inside a text about it: "2 at Saint Briec". */
function misspeltInside(text: string, home: string, places: Places): readonly string[] {
  const read = [...text.matchAll(NAMES)].map(([name]) => ({ name, reading: places.readTown(name, home, 1) }));
  if (read.some(({ reading }) => reading.kind === 'known' && reading.insee.includes(home))) return [];
  return read.flatMap(({ name, reading }) => (reading.kind === 'near' && reading.sure ? [name] : []));
}

/** Yields the labels and titles of things in one commune: "Projects in St Briec". */
function* titles({ index }: CheckContext): Generator<Mention> {
  const places = index.places();
  const inside = function* (
    collection: CollectionName,
    record: Titled,
    field: string,
    text: string,
    home: string | undefined,
  ) {
    for (const name of home === undefined ? [] : misspeltInside(text, home, places))
      yield { text: name, about: () => placeAndSubject({ collection, record, field }), home, alone: false };
  };
  for (const o of index.list('observations'))
    yield* inside('observations', o, 'label', o.label.fr, inseeOf([o.dimensions['commune'], o.territory ?? undefined]));
  for (const e of index.list('events')) yield* inside('events', e, 'title', e.title.fr, inseeOf(e.territories));
}

function* printed(context: CheckContext): Generator<Mention> {
  for (const { text, where, subject, commune } of printedInRecords(context)) {
    const name = text.replace(/\(.*?\)/g, ' ').trim();
    const home = inseeOf([commune]);
    // The place itself is read from its record.
    if (!home || where.collection !== 'observations') continue;
    const about = () => ({ where, subject });
    const [inside] = misspeltInside(name, home, context.index.places());
    yield { text: inside ?? name, about, home, alone: false };
  }
  for (const { text, where, subject } of printedInTexts(context)) {
    for (const [name] of text.matchAll(SAINT))
      yield { text: name, about: () => ({ where, subject }), home: undefined, alone: false };
  }
}

const misspelt = (mention: Mention, found: string, { name, insee }: KnownCommune, sure: boolean): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: sure ? 'certain' : 'likely',
    ...mention.about(),
    found,
    expected: `${name} (${insee})`,
    what: {
      fr: `aucune commune connue ne s'appelle « ${found} » ; la plus proche est ${name} (${insee})`,
      en: `no known commune is called "${found}"; the nearest one is ${name} (${insee})`,
    },
    todo: {
      fr: `Si c'est elle, écrivez ${name} : une recherche automatique pourrait en trouver une autre.`,
      en: `If it is that one, write ${name}: an automatic search might find another one.`,
    },
  });

/** Returns the parts of a place that may be the name of its town: "Domaine de Menez Meur, Hanvec". */
const partsOf = (text: string): readonly string[] =>
  text
    .split(/[,;/()]| [-–] /u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function looksLikeTown(part: string): boolean {
  const bare = part.replace(/\(.*?\)|^\d{5} /gu, ' ').trim();
  return /^\p{Lu}/u.test(bare) && !/\d/.test(bare) && bare.split(/[\s-]+/u).length <= 7;
}

/** Greatest distance of a record from the point of its commune, in kilometres. */
const NEAR = 30;

/** Whether the record lies where the table has no commune, or far from the one that is nearest by its name. */
function isElsewhere({ home, position }: Mention, commune: KnownCommune, places: Places): boolean {
  if (home !== undefined && !places.covers(home)) return true;
  return Boolean(position && commune.position && distanceKm(position, commune.position) > NEAR);
}

function judge(mention: Mention, places: Places): Finding[] {
  const parts = mention.alone ? [mention.text] : partsOf(mention.text);
  // The nearest of a mere mention is looked for with care: one error at most.
  const most = mention.alone ? 2 : 1;
  const read = parts.map((part) => ({ part, reading: places.readTown(part, mention.home, most) }));
  if (read.some(({ reading }) => reading.kind === 'known')) return [];
  const near = read.findLast(({ part, reading }) => reading.kind === 'near' && looksLikeTown(part));
  if (near?.reading.kind !== 'near') return [];
  const { commune, sure } = near.reading;
  if (!sure && isElsewhere(mention, commune, places)) return [];
  // The record knows its commune, and it is another one: the text is the name of something else there.
  if (!mention.alone && mention.home !== undefined && !sure) return [];
  return [misspelt(mention, near.part, commune, sure)];
}

/** Finds, without a table of communes, a spelling that comes once beside one that comes often. */
function rareSpellings(mentions: readonly Mention[]): readonly Finding[] {
  const spellings = new Map<string, Mention[]>();
  for (const mention of mentions) if (mention.alone) push(spellings, townKey(mention.text), mention);
  const blocks = new Map<string, string[]>();
  for (const key of spellings.keys()) {
    if (key.length < 6) continue;
    push(blocks, `^${key.slice(0, 4)}`, key);
    push(blocks, `$${key.slice(-4)}`, key);
  }
  return [...spellings].flatMap(([key, [mention, ...more]]) => {
    if (!mention || more.length > 0 || key.length < 6) return [];
    const near = [`^${key.slice(0, 4)}`, `$${key.slice(-4)}`]
      .flatMap((block) => (blocks.get(block) ?? []).slice(0, 200))
      .find((other) => oneErrorApart(key, other) && (spellings.get(other)?.length ?? 0) >= 3);
    const usual = near === undefined ? undefined : spellings.get(near)?.[0]?.text;
    if (usual === undefined) return [];
    return report({
      rule: id,
      severity: 'info',
      certainty: 'possible',
      ...mention.about(),
      found: mention.text,
      expected: usual,
      what: {
        fr: `« ${mention.text} » ne vient qu'une fois, « ${usual} » souvent`,
        en: `"${mention.text}" comes once, "${usual}" often`,
      },
      todo: { fr: 'Vérifiez l’orthographe de la ville.', en: 'Check the spelling of the town.' },
    });
  });
}

/** Finds a town that its record places in another commune of the table. */
function otherCommune(mention: Mention, places: Places): Finding[] {
  const { home } = mention;
  const commune = home === undefined ? undefined : places.communeOf(home);
  if (home === undefined || !commune) return [];
  const reading = places.readTown(mention.text, home);
  if (reading.kind !== 'known' || reading.insee.includes(home)) return [];
  // A place may be called like a town of anywhere: of one that the data set names it is that town.
  if (!mention.alone && !reading.insee.some((insee) => places.territory(`commune-${insee}`))) return [];
  if (fold(mention.text).startsWith(fold(commune.name))) return [];
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      ...mention.about(),
      found: mention.text,
      expected: `${commune.name} (${home})`,
      what: {
        fr: `la ville est « ${mention.text} », mais la fiche est rattachée à ${commune.name} (${home})`,
        en: `the town is "${mention.text}", but the record belongs to ${commune.name} (${home})`,
      },
      todo: { fr: 'Corrigez la ville ou la commune.', en: 'Correct the town or the commune.' },
    }),
  ];
}

/**
 * Returns the commune of the data set that a town is almost called like, and that its record is placed in or beside.
 */
function homeByPosition({ alone, text, position }: Mention, places: Places): string | undefined {
  const reading = alone && position ? places.readTown(text) : undefined;
  if (reading?.kind !== 'near' || !position || !reading.commune.position) return undefined;
  return distanceKm(position, reading.commune.position) <= NEAR ? reading.commune.insee : undefined;
}

/**
 * Compares, without a table, a town with the commune that its record names only: it may be any other one. The text is
 * that commune misspelt, or another one that the data set names.
 */
function againstHome(mention: Mention, places: Places): Finding[] {
  const home = mention.home ?? homeByPosition(mention, places);
  const commune = home === undefined ? undefined : places.communeOf(home);
  if (home === undefined || !commune) return [];
  const parts = mention.alone ? [mention.text] : partsOf(mention.text);
  const read = parts.map((part) => ({ part, reading: places.readTown(part, home, mention.alone ? 2 : 1) }));
  if (read.some(({ reading }) => reading.kind === 'known' && reading.insee.includes(home))) return [];
  const near = read.find(({ reading }) => reading.kind === 'near' && reading.commune.insee === home);
  if (!near || !looksLikeTown(near.part)) return otherCommune(mention, places);
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      ...mention.about(),
      found: near.part,
      expected: `${commune.name} (${home})`,
      what: {
        fr: `« ${near.part} » n'est pas l'orthographe de la commune que la fiche nomme, ${commune.name} (${home})`,
        en: `"${near.part}" is not how the commune that the record names is spelt, ${commune.name} (${home})`,
      },
      todo: { fr: `Si c'est elle, écrivez ${commune.name}.`, en: `If it is that one, write ${commune.name}.` },
    }),
  ];
}

/** Names of towns against the communes given: misspelt ones, and those that are not their record's commune. */
export const townNames: Check = {
  id,
  label: { fr: 'Noms de villes', en: 'Names of towns' },
  needs: ['organisations', 'events', 'projects', 'meetings', 'observations'],
  run: (context) => {
    const places = context.index.places();
    const mentions = [...records(context)];
    if (!places.hasCommunes) {
      const own = places.hasNames ? mentions.flatMap((mention) => againstHome(mention, places)) : [];
      const said = new Set(own.map(({ where }) => `${where.collection}/${where.id}`));
      return [...own, ...rareSpellings(mentions).filter(({ where }) => !said.has(`${where.collection}/${where.id}`))];
    }
    for (const mention of printed(context)) mentions.push(mention);
    for (const mention of titles(context)) mentions.push(mention);
    return mentions.flatMap((mention) => [...judge(mention, places), ...otherCommune(mention, places)]);
  },
};
