/** `story-shape`: what a story names is in the report, and its parts have the size that its pages have room for. */
import {
  figureRequest,
  findSection,
  isInSection,
  nameOfFigure,
  parsePeriod,
  type Report,
  runsOf,
  type StoryChapter,
  type StoryPart,
  sectionsOf,
  stepsOfSection,
  withoutSlots,
} from '../../model/index.ts';
import type { BilingualText } from '../shared/finding.ts';
import { problemsBy, type StoryContext, type StoryPlace, type StoryProblem } from './context.ts';

const MOST_MESSAGES = 6;
/** Words of the text of a message. */
const [FEWEST_WORDS, MOST_WORDS] = [30, 50];
const MOST_STEPS = 6;
const DOORS: readonly string[] = ['elu', 'financeur', 'journaliste', 'adherent'];
const [DOOR_SECTIONS, DOOR_FIGURES] = [5, 3];

const problem = problemsBy('story-shape', {
  period: [
    'ce récit est celui de {found}, le rapport celui de {expected}',
    'this story is of {found}, the report of {expected}',
  ],
  languages: ['ce texte est en {found}, le titre en {expected}', 'this text is in {found}, the title in {expected}'],
  empty: ['ce texte est vide', 'this text is empty'],
  twice: ['« {found} » est là deux fois', '"{found}" is there twice'],
  count: ['{found} {what}, attendu : {expected}', '{found} {what}, expected: {expected}'],
  section: ['le rapport n’a pas de section « {found} »', 'the report has no section "{found}"'],
  chapter: ['le rapport n’a pas de chapitre « {found} »', 'the report has no chapter "{found}"'],
  address: [
    '« {found} » ne fait pas une adresse : minuscules sans accent, chiffres et tirets',
    '"{found}" makes no address: small letters without accents, digits and hyphens',
  ],
  unshown: ['la section {found} n’est dans aucune étape', 'section {found} is in no step'],
  shared: [
    'la section {found} est dans {steps} étapes, et non dans une',
    'section {found} is in {steps} steps, not in one',
  ],
  minor: [
    '« {found} » compte des choses mineures (minor) : ce n’est le chiffre d’aucune étape, porte ni message',
    '"{found}" counts minor things (minor): it is the figure of no step, door or message',
  ],
  base: [
    '« {found} » est un pourcentage sans effectif connu : ce n’est le chiffre d’aucune étape, porte ni message',
    '"{found}" is a percentage of an unknown number: it is the figure of no step, door or message',
  ],
  outside: ['la section {found} n’est pas du chapitre {chapter}', 'section {found} is not in chapter {chapter}'],
  first: [
    'le chiffre du message n’est pas le premier de son titre',
    'the figure of the message is not the first one of its title',
  ],
  missing: ['la porte « {expected} » manque', 'the door "{expected}" is missing'],
  door: ['« {found} » n’est pas une porte', '"{found}" is no door'],
  order: [
    'les chapitres ne sont pas ceux du rapport, dans son ordre',
    'the chapters are not those of the report, in its order',
  ],
  page: ['« {found} » n’est pas l’adresse d’une page', '"{found}" is no address of a page'],
  day: ['« {found} » n’est pas un jour, comme 2025-03-05', '"{found}" is no day, as 2025-03-05'],
});

/** Returns a place of the story that is about no section of the report. */
const whole = (field: string): StoryPlace => ({ section: '0', field });

export const problemsOfShape = (context: StoryContext, parts: readonly StoryPart[]): readonly StoryProblem[] => [
  ...ofPeriod(context),
  ...ofTexts(parts),
  ...ofMessages(context),
  ...ofDoors(context),
  ...ofChapters(context),
  ...ofFigures(context, parts),
  ...ofPages(context),
  ...ofSignature(context),
];

const ofPeriod = ({ story: { period }, report }: StoryContext): readonly StoryProblem[] =>
  period === report.period ? [] : [problem('period', whole('period'), period, report.period)];

/** Finds empty texts, and texts that are not in the languages of the title of the cover. */
function ofTexts(parts: readonly StoryPart[]): readonly StoryProblem[] {
  const languagesOf = (text: object): string => Object.keys(text).sort().join(', ');
  const expected = languagesOf(parts[0]?.texts['title'] ?? {});
  return parts.flatMap(({ section, path, texts }) =>
    Object.entries(texts).flatMap(([name, text]) => {
      const field = `${path}.${name}`;
      const found = languagesOf(text);
      const empty = Object.entries(text).filter(([, words]) => words.trim() === '');
      return [
        ...(found === expected ? [] : [problem('languages', { section, field }, found, expected)]),
        ...empty.map(([lang]) => problem('empty', { section, field: `${field}.${lang}` }, '')),
      ];
    }),
  );
}

/** Finds ids that come twice. */
const repeated = (ids: readonly string[], path: string): readonly StoryProblem[] =>
  ids.flatMap((id, at) => (ids.indexOf(id) === at ? [] : [problem('twice', whole(`${path}.${at}`), id)]));

const counted = (
  at: StoryPlace,
  count: number,
  [least, most]: readonly [number, number],
  what: BilingualText,
): readonly StoryProblem[] => {
  if (count >= least && count <= most) return [];
  return [problem('count', at, `${count}`, least === most ? `${least}` : `${least}–${most}`, { what })];
};

function ofMessages({ story: { messages }, report }: StoryContext): readonly StoryProblem[] {
  const chapters = report.chapters.map(({ id }) => id);
  const ids = messages.map(({ id }) => id);
  return [
    ...counted(whole('messages'), messages.length, [1, MOST_MESSAGES], { fr: 'messages', en: 'messages' }),
    ...repeated(ids, 'messages'),
    ...messages.flatMap(({ id, chapter, section, title, text, figure }, rank) => {
      const at = (field: string): StoryPlace => ({ section, field: `messages.${rank}.${field}` });
      const [first = ''] = runsOf(title.fr).flatMap((run) => (run.kind === 'text' ? [] : [nameOfFigure(run)]));
      const shown = nameOfFigure(figure);
      const isAddress = /^[a-z\d]+(?:-[a-z\d]+)*$/.test(id);
      return [
        ...(isAddress ? [] : [problem('address', at('id'), id)]),
        ...(chapters.includes(chapter) ? [] : [problem('chapter', at('chapter'), chapter, chapters.join(', '))]),
        ...(findSection(report, section) ? [] : [problem('section', at('section'), section)]),
        ...(isInSection(section, chapter) ? [] : [problem('outside', at('section'), section, undefined, { chapter })]),
        ...(first === shown ? [] : [problem('first', at('figure'), shown, first)]),
        ...Object.entries(text).flatMap(([lang, words]) =>
          counted(at(`text.${lang}`), wordsIn(words), [FEWEST_WORDS, MOST_WORDS], { fr: 'mots', en: 'words' }),
        ),
      ];
    }),
  ];
}

/** Returns the number of words of a text, a figure being one. */
const wordsIn = (text: string): number =>
  withoutSlots(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}\uFFFC]/u.test(word)).length;

function ofDoors({ story: { doors }, report }: StoryContext): readonly StoryProblem[] {
  const ids = doors.map(({ id }) => id);
  const missing = DOORS.filter((id) => !ids.includes(id));
  return [
    ...missing.map((id) => problem('missing', whole('doors'), ids.join(', '), id)),
    ...repeated(ids, 'doors'),
    ...doors.flatMap(({ id, sections, figures }, rank) => {
      const path = `doors.${rank}`;
      const [ofSections, ofFigures] = [whole(`${path}.sections`), whole(`${path}.figures`)];
      return [
        ...(DOORS.includes(id) ? [] : [problem('door', whole(`${path}.id`), id, DOORS.join(', '))]),
        ...counted(ofSections, sections.length, [DOOR_SECTIONS, DOOR_SECTIONS], { fr: 'sections', en: 'sections' }),
        ...counted(ofFigures, figures.length, [DOOR_FIGURES, DOOR_FIGURES], { fr: 'chiffres', en: 'figures' }),
        ...repeated(sections, `${path}.sections`),
        ...repeated(figures.map(nameOfFigure), `${path}.figures`),
        ...sections.flatMap((section, at) =>
          findSection(report, section) ? [] : [problem('section', whole(`${path}.sections.${at}`), section)],
        ),
      ];
    }),
  ];
}

/** Finds chapters that are not those of the report in its order, and steps that are too many or not of its sections. */
function ofChapters({ story: { chapters }, report }: StoryContext): readonly StoryProblem[] {
  const known = report.chapters.map(({ id }) => id);
  const ids = chapters.map(({ id }) => id);
  const strangers = chapters.flatMap(({ id }, at) =>
    known.includes(id) ? [] : [problem('chapter', { section: id, field: `chapters.${at}.id` }, id, known.join(', '))],
  );
  const isOrdered = strangers.length > 0 || ids.join(' ') === known.join(' ');
  return [
    ...strangers,
    ...(isOrdered ? [] : [problem('order', whole('chapters'), ids.join(', '), known.join(', '))]),
    ...chapters.flatMap((chapter, at) => ofSteps(chapter, `chapters.${at}.steps`, report)),
  ];
}

/** Finds steps that are too many, their sections that are none of the chapter, and sections that are not in one step. */
function ofSteps(chapter: StoryChapter, field: string, report: Report): readonly StoryProblem[] {
  const { id, steps } = chapter;
  const place = { section: id, field };
  const known = sectionsOf(report).filter(({ section }) => isInSection(section.id, id));
  return [
    ...counted(place, steps.length, [1, MOST_STEPS], { fr: 'étapes', en: 'steps' }),
    ...steps.flatMap(({ sections }, rank) =>
      sections.flatMap((section, nth): readonly StoryProblem[] => {
        const at = { section, field: `${field}.${rank}.sections.${nth}` };
        if (!findSection(report, section)) return [problem('section', { ...at, section: id }, section)];
        return isInSection(section, id) ? [] : [problem('outside', at, section, undefined, { chapter: id })];
      }),
    ),
    ...steps.flatMap(({ sections }, rank) => {
      const at = { section: id, field: `${field}.${rank}.sections` };
      return counted(at, Math.min(sections.length, 1), [1, 1], { fr: 'sections', en: 'sections' });
    }),
    ...known.flatMap((each): readonly StoryProblem[] => {
      const { length } = stepsOfSection(chapter, each);
      if (length === 1) return [];
      return [problem(length ? 'shared' : 'unshown', place, each.section.id, undefined, { steps: length })];
    }),
  ];
}

/** Finds figures that no part is to begin with: counts of minor things, and percents of nobody knows how many. */
function ofFigures({ catalogue, measure }: StoryContext, parts: readonly StoryPart[]): readonly StoryProblem[] {
  return parts.flatMap(({ section, path, figures }) =>
    Object.entries(figures).flatMap(([name, figure]): readonly StoryProblem[] => {
      const request = figureRequest(figure);
      if (!request) return [];
      const at = { section, field: `${path}.${name}` };
      const found = nameOfFigure(figure);
      const { indicator } = request;
      if (Object.hasOwn(catalogue, indicator) && catalogue[indicator]?.minor) return [problem('minor', at, found)];
      const known = measure(request);
      const isBare = known?.quantity?.unit === 'percent' && known.population === null && !known.calculation;
      return isBare ? [problem('base', at, found)] : [];
    }),
  );
}

/** Finds addresses that lead to no page, and those of chapters that the report does not have. */
function ofPages({ story: { pages = {} }, report }: StoryContext): readonly StoryProblem[] {
  const { chapters = {}, ...views } = pages;
  const known = report.chapters.map(({ id }) => id);
  const strangers = Object.keys(chapters).filter((id) => !known.includes(id));
  const addresses = [
    ...Object.entries(views).map(([view, href]) => [`pages.${view}`, href] as const),
    ...Object.entries(chapters).map(([id, href]) => [`pages.chapters.${id}`, href] as const),
  ];
  return [
    ...strangers.map((id) => problem('chapter', whole(`pages.chapters.${id}`), id, known.join(', '))),
    ...addresses.flatMap(([field, href = '']) => (isPage(href) ? [] : [problem('page', whole(field), href)])),
  ];
}

/** Whether an address is that of a page: relative, or of the web. Browsers leave out line ends inside a scheme. */
function isPage(href: string): boolean {
  const address = href.replace(/[^!-\uffff]/g, '');
  const isOtherScheme = /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address);
  return address !== '' && !isOtherScheme && !/^https?:\/*$/i.test(address);
}

const ofSignature = ({ story: { signed } }: StoryContext): readonly StoryProblem[] =>
  !signed || parsePeriod(signed.date)?.kind === 'day' ? [] : [problem('day', whole('signed.date'), signed.date)];
