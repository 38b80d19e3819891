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
} from '../../model/index.ts';
import { flat } from './claim-words.ts';
import { problemsBy, type StoryContext, type StoryPlace, type StoryProblem } from './context.ts';

const problem = problemsBy('story-prose', {
  together: [
    'aucune fiche des sections citées ({sections}) ne porte « {found} »',
    'no record of the sections cited ({sections}) bears "{found}"',
  ],
  month: ['« {figure} » est de {expected}, et non de {found}', '"{figure}" is of {expected}, not of {found}'],
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
  en: /(?<!\p{L})(?:consider|plan(?:s|ned|ning)?(?!\p{L})|intend)\p{L}*/u,
};
const EDITIONS: Readonly<Record<string, RegExp>> = {
  fr: /(\d+)(?:e|er|re) édition/gu,
  en: /(\d+)(?:st|nd|rd|th) edition/gu,
};
/** Place after a word that leads to it, as far as it has capital letters. */
const PLACES: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:à|en) (\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*)/gu,
  en: /(?<!\p{L})in (\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*)/gu,
};
/** Names of two words and more, or of one within a sentence. */
const NAMES = /(?<=[\p{Ll},(’] ?)(?<!\p{L}|the )\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*/gu;
const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const MARK = '\uFFFC';

/** What records of some sections bear. */
interface Borne {
  readonly text: string;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<string>;
  readonly edition: string;
}

export const problemsOfProse = (context: StoryContext, parts: readonly StoryPart[]): readonly StoryProblem[] => {
  const records = borneBy(context.dataset);
  const known = vocabularyOf(context);
  return parts.flatMap(({ section, path, texts }) =>
    Object.entries(texts).flatMap(([name, text]) =>
      Object.entries(text).flatMap(([lang, words]) => {
        const at = { section, field: `${path}.${name}.${lang}` };
        const cited = [...new Set([section, ...slotsIn(words).flatMap((slot) => sectionsOfSlot(slot, context))])];
        // The opening of a story may speak of all sections.
        const own = records.filter(
          (each) => section === '0' || cited.some((id) => each.sections.some((one) => isInSection(one, id))),
        );
        return sentencesOf(words).flatMap((sentence) => ofSentence(sentence, lang, { at, cited, own, known, context }));
      }),
    ),
  );
};

interface Cited {
  readonly at: StoryPlace;
  readonly cited: readonly string[];
  readonly own: readonly Borne[];
  readonly known: string;
  readonly context: StoryContext;
}

/** Text with a mark for each slot, and these slots. */
interface Sentence {
  readonly text: string;
  readonly slots: readonly Slot[];
}

function ofSentence(sentence: Sentence, lang: string, of: Cited): readonly StoryProblem[] {
  const { at, cited, own, known, context } = of;
  const { text, slots } = sentence;
  const months = monthsIn(text, lang);
  const matches = (pattern: RegExp | undefined): readonly string[] =>
    pattern ? [...text.matchAll(pattern)].map(([whole, inner]) => inner ?? whole) : [];
  const isNew = (name: string): boolean => !known.includes(plain(name)) && monthOf(name) < 0;
  const places = [...new Set(matches(PLACES[lang]).filter(isNew))];
  const names = [...new Set(matches(NAMES).filter(isNew))].filter(
    (name) => !places.some((place) => place.includes(name)),
  );
  const [month = -1] = months;
  const bears = (each: Borne): boolean =>
    (months.length !== 1 || each.months.has(month)) &&
    [...(places.length === 1 ? places : []), ...(names.length === 1 ? names : [])].every((name) =>
      each.text.includes(plain(name)),
    );
  const sections = cited.join(', ');
  const lone = [...places, ...names].filter((name) => !own.some((each) => each.text.includes(plain(name))));
  const told = [...(months.length === 1 ? [MONTHS[month]?.[lang === 'fr' ? 0 : 1] ?? ''] : []), ...places, ...names];
  const isTogether = told.length === 0 || own.some(bears);
  return [
    ...lone.map((name) => problem('together', at, name, undefined, { sections })),
    ...(isTogether || lone.length > 0 ? [] : [problem('together', at, told.join(', '), undefined, { sections })]),
    ...(months.length === 1 ? slots.flatMap((slot) => otherMonth(slot, month, lang, of)) : []),
    ...matches(EDITIONS[lang])
      .filter((edition) => !own.some((each) => each.edition === edition))
      .map((edition) => problem('edition', at, edition)),
    ...ofYears(text, lang, of),
    ...ofVerbs(sentence, lang, at, context),
    ...slots.flatMap((slot) => unsaidValues(slot, text, lang, at, context)),
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

/** Finds years of which no record is, years to come that are told as past, and plans without their year. */
function ofYears(text: string, lang: string, { at, own, context }: Cited): readonly StoryProblem[] {
  const year = context.story.period.slice(0, 4);
  const years = text.match(YEARS) ?? [];
  const plan = PLANS[lang]?.exec(text.toLowerCase())?.[0];
  const unknown = years.filter((each) => each !== year && !own.some((record) => record.years.has(each)));
  const done = plan ? [] : years.filter((each) => each > year);
  return [
    ...unknown.filter((each) => each < year || !plan).map((each) => problem('year', at, each)),
    ...done.filter((each) => !unknown.includes(each)).map((each) => problem('done', at, each)),
    ...(plan && !years.some((each) => each > year) ? [problem('plan', at, plan)] : []),
  ];
}

/** Finds a slot whose nearest verb, after it or else before it, is that of another indicator. */
function ofVerbs(
  { text, slots }: Sentence,
  lang: string,
  at: StoryPlace,
  { catalogue, observation }: StoryContext,
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
  { measure }: StoryContext,
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
      .split(' ')
      .filter((word) => word.length > 3);
    const isSaid = words.length === 0 || words.some((word) => said.includes(word.slice(0, 5)));
    return isSaid ? [] : [problem('value', at, label ?? id, undefined, { figure: nameOfFigure(slot) })];
  });
}

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
  return marked.split(/(?<=[.!?;])\s+|\s*;/u).map((sentence) => {
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

function sectionsOfSlot(slot: Slot, { measure, observation }: StoryContext): readonly string[] {
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
  const names = new Map((collections.territories ?? []).map(({ id, name }) => [id, Object.values(name).join(' ')]));
  return Object.values(collections).flatMap((list) =>
    (list as readonly (object & Partial<Pick<Observation, 'source'>>)[]).flatMap((record) => {
      const {
        source,
        sections = [],
        edition,
      } = record as { source?: { section?: string }; sections?: readonly string[]; edition?: number };
      const words = stringsIn(record);
      const periods = words.flatMap((word) => parsePeriod(word) ?? []);
      const text = plain([...words, ...words.flatMap((word) => names.get(word) ?? [])].join(' '));
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
          sections: [...sections, ...(source?.section ? [source.section] : [])],
        },
      ];
    }),
  );
}

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Returns the words that need no record: labels of indicators, networks, collèges, the region and the publisher. */
function vocabularyOf({ dataset: { collections, manifest }, catalogue }: StoryContext): string {
  const named = [...(collections.networks ?? []), ...(collections.colleges ?? [])].map((each) => recordName(each));
  const regions = (collections.territories ?? [])
    .filter(({ kind }) => kind === 'region' || kind === 'country')
    .map(({ name }) => name);
  const labels = Object.values(catalogue).flatMap(({ label, definition }) => [label, definition]);
  return plain([manifest.publisher.name, ...stringsIn([named, regions, labels])].join(' '));
}
