/** `story-prose`: names, places, months, editions and years of a text are those of the sections that it cites. */
import {
  type Dataset,
  figureRequest,
  isInSection,
  MONTHS,
  nameOfFigure,
  type Observation,
  parsePeriod,
  parseWhere,
  recordName,
  runsOf,
  type Slot,
  type StoryPart,
  type Territory,
  type Text,
} from '../../model/index.ts';
import { flat } from './claim-words.ts';
import { type FactsContext, problemsBy, type StoryPlace, type StoryProblem } from './context.ts';

const problem = problemsBy('story-prose', {
  together: [
    'aucune fiche des sections citées ({sections}) ne porte « {found} »',
    'no record of the sections cited ({sections}) bears "{found}"',
  ],
  month: ['« {figure} » est de {expected}, et non de {found}', '"{figure}" is of {expected}, not of {found}'],
  place: ['« {figure} » n’est pas de « {found} »', '"{figure}" is not of "{found}"'],
  edition: ['aucune fiche citée n’est de l’édition {found}', 'no record cited is of edition {found}'],
  year: ['aucune fiche citée n’est de {found}', 'no record cited is of {found}'],
  done: [
    '{found} vient après l’année du récit : dites que c’est prévu',
    '{found} comes after the year of the story: say that it is planned',
  ],
  plan: ['« {found} » annonce, sans l’année où', '"{found}" announces, without the year when'],
  verb: [
    '« {found} » est dit de « {figure} », qui n’est pas cela',
    '"{found}" is said of "{figure}", which is not that',
  ],
  value: ['« {figure} » est dit sans « {found} »', '"{figure}" is said without "{found}"'],
});

/** Words of plans, by language. */
const PLANS: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:envisag|prév(?:u|oi)|projett)\p{L}*/u,
  en: /(?<!\p{L})(?:consider\p{L}*|planned|planning|plans? to|intend\p{L}*)(?!\p{L})/u,
};
const ORDINALS: Readonly<Record<string, readonly string[]>> = {
  fr: 'première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième'.split(
    ' ',
  ),
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  ),
};
const EDITIONS: Readonly<Record<string, RegExp>> = {
  fr: /([\p{L}-]+|\d+(?=e|re)) ?(?:e|re)? ?édition/gu,
  en: /([\p{L}-]+|\d+(?=st|nd|rd|th))(?:st|nd|rd|th)? edition/gu,
};
/** Place after a word that leads to it, as far as it has capital letters. */
const PLACES: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:à|en) (\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*)/gu,
  en: /(?<!\p{L})in (\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*)/gu,
};
/** Names of two words and more, or of one within a sentence. */
const NAMES = /(?<=[\p{Ll},(’] ?)(?<!\p{L}|the )\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*/gu;
/** Words with a capital letter that any text may say: institutions, of which there is one, and forms of companies before a name. */
const COMMON = new Set('etat region departement departements europe state regions'.split(' '));
const FORMS = /^(?:scic|scop|sa|sas|sarl|cae) /;
/** Words that say the role of a record, by language. */
const ROLES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  fr: { chair: /(?<![\p{L}-])présid(?:e|ent)(?!\p{L})/u },
  en: { chair: /(?<![\p{L}-])chairs?(?!\p{L})/u },
};
/** Words of a sentence that is read as one statement. */
const MOST_WORDS = 30;
const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const MARK = '\uFFFC';

/** What records of some sections bear. */
interface Borne {
  readonly text: string;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<string>;
  readonly edition: string;
  readonly role: string;
}

export const problemsOfProse = (context: FactsContext, parts: readonly ProsePart[]): readonly StoryProblem[] => {
  const records = borneBy(context.dataset);
  const known = vocabularyOf(context);
  const territories = territoriesOf(context.dataset);
  return parts.flatMap(({ section, path, texts, title }) =>
    Object.entries(texts).flatMap(([name, text]) =>
      Object.entries(text).flatMap(([lang, words = '']) => {
        if (!(lang in PLACES)) return [];
        const at = { section, field: `${path}.${name}.${lang}` };
        const cited = [...new Set([section, ...slotsIn(words).flatMap((slot) => sectionsOfSlot(slot, context))])];
        // The opening of a story may speak of all sections.
        const own = records.filter(
          (each) => section === '0' || cited.some((id) => each.sections.some((one) => isInSection(one, id))),
        );
        const about = title ? `${title[lang] ?? ''} ${words}` : '';
        return sentencesOf(words).flatMap((sentence) =>
          ofSentence(sentence, lang, { at, cited, own, known, about, territories, context }),
        );
      }),
    ),
  );
};

/** A part of a story; or a section of a report, whose title and whole text say what each of its sentences is about. */
type ProsePart = Pick<StoryPart, 'section' | 'path' | 'texts'> & { readonly title?: Text };

/** Names of the territories that are within the region, and what lies around each of them. */
interface Territories {
  readonly named: ReadonlySet<string>;
  readonly around: (id: string) => readonly string[];
}

function territoriesOf({ collections: { territories = [] } }: Dataset): Territories {
  const known = byId(territories);
  const namesOf = ({ name }: Territory): readonly string[] => Object.values(name).map(plain);
  const around = (id: string): readonly string[] => {
    const found = known.get(id);
    return found ? [...namesOf(found), ...found.parents.flatMap(around)] : [];
  };
  const within = territories.filter(({ kind }) => kind !== 'region' && kind !== 'country');
  return { named: new Set(within.flatMap(namesOf)), around };
}

interface Cited {
  readonly territories: Territories;
  readonly at: StoryPlace;
  readonly about: string;
  readonly cited: readonly string[];
  readonly own: readonly Borne[];
  readonly known: string;
  readonly context: FactsContext;
}

/** Text with a mark for each slot, and these slots. */
interface Sentence {
  readonly text: string;
  readonly slots: readonly Slot[];
}

function ofSentence(sentence: Sentence, lang: string, of: Cited): readonly StoryProblem[] {
  const { at, cited, own, known, about, territories, context } = of;
  const { text, slots } = sentence;
  const months = monthsIn(text, lang);
  const matches = (pattern: RegExp | undefined): readonly string[] =>
    pattern ? [...text.matchAll(pattern)].map(([whole, inner]) => inner ?? whole) : [];
  const isPlace = (name: string): boolean => territories.named.has(plain(name));
  const isNew = (name: string): boolean =>
    isPlace(name) || (!known.includes(plain(name)) && !COMMON.has(plain(name)) && monthOf(name) < 0);
  const capitals = matches(NAMES).filter(isNew);
  const places = [...new Set([...matches(PLACES[lang]).filter(isNew), ...capitals.filter(isPlace)])];
  const names = [...new Set(capitals)].filter((name) => !places.some((place) => place.includes(name)));
  const [month = -1] = months;
  const bears = (each: Borne): boolean =>
    (months.length !== 1 || each.months.has(month)) &&
    [...(places.length === 1 ? places : []), ...(names.length === 1 ? names : [])].every((name) =>
      each.text.includes(bare(name)),
    );
  const sections = cited.join(', ');
  const lone = [...places, ...names].filter((name) => !own.some((each) => each.text.includes(bare(name))));
  const told = [...(months.length === 1 ? [MONTHS[month]?.[lang === 'fr' ? 0 : 1] ?? ''] : []), ...places, ...names];
  // A long sentence has several clauses, each of which may be about something else.
  const isTogether = told.length === 0 || text.split(' ').length > MOST_WORDS || own.some(bears);
  return [
    ...lone.map((name) => problem('together', at, name, undefined, { sections })),
    ...(isTogether || lone.length > 0 ? [] : [problem('together', at, told.join(', '), undefined, { sections })]),
    ...(months.length === 1 ? slots.flatMap((slot) => otherMonth(slot, month, lang, of)) : []),
    ...matches(EDITIONS[lang])
      .map((word) => (/\d/.test(word) ? word : String((ORDINALS[lang]?.indexOf(word.toLowerCase()) ?? -1) + 1)))
      .filter((edition) => edition !== '0' && !own.some((each) => each.edition === edition))
      .map((edition) => problem('edition', at, edition)),
    ...slots.flatMap((slot) => otherPlace(slot, places.filter(isPlace), of)),
    ...ofYears(text, lang, of),
    ...ofRoles(text, lang, of),
    ...ofVerbs(sentence, lang, at, context),
    ...slots.flatMap((slot) => unsaidValues(slot, `${text} ${about}`, lang, at, context)),
  ];
}

/** Finds a published figure of a day or a month that is said to be of another month. */
function otherMonth(slot: Slot, month: number, lang: string, { at, context }: Cited): readonly StoryProblem[] {
  const published = slot.kind === 'observation' ? context.observation(slot.observation) : undefined;
  const days = published && parsePeriod(published.period);
  if (!days || (days.kind !== 'day' && days.kind !== 'month')) return [];
  const own = Number(days.first.slice(5, 7)) - 1;
  const named = (n: number): string => MONTHS[n]?.[lang === 'fr' ? 0 : 1] ?? '';
  return own === month ? [] : [problem('month', at, named(month), named(own), { figure: nameOfFigure(slot) })];
}

/** Finds a figure of a territory beside the name of another one. */
function otherPlace(
  slot: Slot,
  places: readonly string[],
  { at, territories, context }: Cited,
): readonly StoryProblem[] {
  const [place, ...others] = places;
  const published = slot.kind === 'observation' ? context.observation(slot.observation) : undefined;
  const territory = published?.territory ?? published?.dimensions['territory'] ?? figureRequest(slot)?.territory;
  if (place === undefined || others.length > 0 || !territory) return [];
  const around = territories.around(territory);
  return around.includes(plain(place)) ? [] : [problem('place', at, place, undefined, { figure: nameOfFigure(slot) })];
}

/** Finds words of a role that no record of the sections has. */
const ofRoles = (text: string, lang: string, { at, own, cited }: Cited): readonly StoryProblem[] =>
  Object.entries(ROLES[lang] ?? {}).flatMap(([role, words]) => {
    const [said] = flat(text).match(words) ?? [];
    if (said === undefined || own.some((each) => each.role === role)) return [];
    return [problem('together', at, said, undefined, { sections: cited.join(', ') })];
  });

/** Finds years of which no record is, years to come that are told as past, and plans without their year. */
function ofYears(text: string, lang: string, { at, own, context }: Cited): readonly StoryProblem[] {
  const year = context.period.slice(0, 4);
  const years = text.match(YEARS) ?? [];
  const plan = PLANS[lang]?.exec(text.toLowerCase())?.[0];
  const unknown = years.filter((each) => each !== year && !own.some((record) => record.years.has(each)));
  const done = plan ? [] : years.filter((each) => each > year);
  return [
    ...unknown.map((each) => problem('year', at, each)),
    ...done.filter((each) => !unknown.includes(each)).map((each) => problem('done', at, each)),
    ...(plan && !years.some((each) => each > year) ? [problem('plan', at, plan)] : []),
  ];
}

/** Finds a slot whose nearest verb, after it or else before it, is that of another indicator. */
function ofVerbs(
  { text, slots }: Sentence,
  lang: string,
  at: StoryPlace,
  { catalogue, observation }: FactsContext,
): readonly StoryProblem[] {
  const pieces = flat(text).split(MARK);
  const stems = Object.entries(catalogue).flatMap(([id, { verbs }]) =>
    (verbs?.[lang] ?? []).map((stem) => ({ id, stem })),
  );
  const nearest = (piece: string, isBefore: boolean) => {
    const hits = stems
      .map((each) => ({ ...each, place: isBefore ? piece.lastIndexOf(each.stem) : piece.indexOf(each.stem) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => (isBefore ? b.place - a.place : a.place - b.place));
    return hits.filter(({ place }) => place === hits[0]?.place);
  };
  return slots.flatMap((slot, rank) => {
    const id = slot.kind === 'figure' ? slot.indicator : observation(slot.observation)?.indicator;
    if (id === undefined || !stems.some((each) => each.id === id)) return [];
    const after = nearest(pieces[rank + 1] ?? '', false);
    const hits = after.length > 0 ? after : nearest(pieces[rank] ?? '', true);
    const [first] = hits;
    if (!first || hits.some((each) => each.id === id)) return [];
    return [problem('verb', at, first.stem, undefined, { figure: nameOfFigure(slot) })];
  });
}

/** Finds a value that a slot is kept to and that its sentence does not say. */
function unsaidValues(
  slot: Slot,
  text: string,
  lang: string,
  at: StoryPlace,
  { measure }: FactsContext,
): readonly StoryProblem[] {
  const request = figureRequest(slot);
  if (!request?.where) return [];
  const said = plain(text);
  return Object.entries(parseWhere(request.where)).flatMap(([by, id]) => {
    const { where: _, ...whole } = request;
    let label: string | undefined;
    try {
      label = measure({ ...whole, by })?.parts?.find((part) => part.id === id)?.label[lang];
    } catch {
      return [];
    }
    const words = plain(label ?? '')
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 3);
    const isSaid = words.length === 0 || words.some((word) => said.includes(word.slice(0, 5)));
    return isSaid ? [] : [problem('value', at, label ?? id, undefined, { figure: nameOfFigure(slot) })];
  });
}

/** Returns a name without the form of a company. */
const bare = (name: string): string => plain(name).replace(FORMS, '');

/** Returns a text without accents, case, hyphens and apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-’'\s]+/g, ' ')
    .trim();

const slotsIn = (text: string): readonly Slot[] => runsOf(text).filter((run) => run.kind !== 'text');

/** Returns the sentences of a text, and their clauses that a semicolon parts. */
function sentencesOf(text: string): readonly Sentence[] {
  const slots = slotsIn(text);
  const marked = runsOf(text)
    .map((run) => (run.kind === 'text' ? run.text : MARK))
    .join('');
  let taken = 0;
  return marked.split(/(?<=[.!?;:])\s+|\s*;/u).map((sentence) => {
    const count = sentence.split(MARK).length - 1;
    taken += count;
    return { text: sentence, slots: slots.slice(taken - count, taken) };
  });
}

const monthOf = (word: string): number => MONTHS.findIndex((names) => names.includes(plain(word)));

/** Returns the months that a text names, by rank. English has a verb "may" and "march". */
const monthsIn = (text: string, lang: string): readonly number[] => [
  ...new Set(
    (text.match(lang === 'en' ? /\p{Lu}\p{Ll}+/gu : /\p{L}+/gu) ?? [])
      .map((word) => MONTHS.findIndex((names) => names[lang === 'fr' ? 0 : 1] === plain(word)))
      .filter((month) => month >= 0),
  ),
];

function sectionsOfSlot(slot: Slot, { measure, observation }: FactsContext): readonly string[] {
  const request = figureRequest(slot);
  const sources = request
    ? measure(request)?.sources
    : slot.kind === 'observation'
      ? [observation(slot.observation)?.source]
      : [];
  return (sources ?? []).flatMap((source) => source?.section ?? []);
}

/** Returns what each record bears, with the sections that it is of. */
function borneBy({ collections }: Dataset): readonly (Borne & { readonly sections: readonly string[] })[] {
  const places = byId(collections.territories);
  const organisations = byId(collections.organisations);
  // A commune lies in its département, and an organisation where it has its seat.
  const named = (id: string): readonly string[] => {
    const { name, parents = [] } = places.get(id) ?? {};
    return name ? [...Object.values(name), ...parents.flatMap(named)] : stringsIn(organisations.get(id));
  };
  return Object.values(collections).flatMap((list) =>
    (list as readonly (object & Partial<Pick<Observation, 'source'>>)[]).flatMap((record) => {
      const {
        source,
        sections = [],
        edition,
        role = '',
      } = record as { source?: { section?: string }; sections?: readonly string[]; edition?: number; role?: string };
      const words = stringsIn(record);
      const periods = words.flatMap((word) => parsePeriod(word) ?? []);
      const borne = words.flatMap(named);
      const text = plain(
        [...words, ...borne, ...borne.flatMap((word) => (places.has(word) ? named(word) : []))].join(' '),
      );
      const months = periods.flatMap(({ first, last }) =>
        first.slice(0, 7) === last.slice(0, 7) ? [Number(first.slice(5, 7)) - 1] : [],
      );
      const years = periods.flatMap(({ first, last }) => [first.slice(0, 4), last.slice(0, 4)]);
      return [
        {
          text,
          months: new Set(months),
          years: new Set(years),
          edition: String(edition ?? ''),
          role,
          sections: [...sections, ...(source?.section ? [source.section] : [])],
        },
      ];
    }),
  );
}

const byId = <T extends { readonly id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.id, each]));

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Returns the words that need no record: labels of indicators, networks, collèges, the region and the publisher. */
function vocabularyOf({ dataset: { collections, manifest }, catalogue }: FactsContext): string {
  const named = [...(collections.networks ?? []), ...(collections.colleges ?? [])].map((each) => recordName(each));
  const regions = (collections.territories ?? [])
    .filter(({ kind }) => kind === 'region' || kind === 'country')
    .map(({ name }) => name);
  const labels = Object.values(catalogue).flatMap(({ label, definition }) => [label, definition]);
  return plain([manifest.publisher.name, ...stringsIn([named, regions, labels])].join(' '));
}
