/** `story-shape`: what a story names is in the report, and its parts have the size that its pages have room for. */
import {
  findSection,
  isInSection,
  nameOfFigure,
  parsePeriod,
  runsOf,
  type StoryPart,
  withoutSlots,
} from '../../model/index.ts';
import type { BilingualText } from '../shared/finding.ts';
import type { StoryContext, StoryProblem } from './context.ts';

const MOST_MESSAGES = 6;
/** Words of the text of a message. */
const [FEWEST_WORDS, MOST_WORDS] = [30, 50];
const [FEWEST_BLOCKS, MOST_BLOCKS] = [3, 5];
const DOORS: readonly string[] = ['elu', 'financeur', 'journaliste', 'adherent'];
const [DOOR_SECTIONS, DOOR_FIGURES] = [5, 3];

const problem = (
  section: string,
  field: string,
  found: string,
  said: BilingualText,
  expected?: string,
): StoryProblem => ({
  rule: 'story-shape',
  section,
  field,
  found,
  ...(expected === undefined ? {} : { expected }),
  said,
});

export const problemsOfShape = (context: StoryContext, parts: readonly StoryPart[]): readonly StoryProblem[] => [
  ...ofPeriod(context),
  ...ofTexts(parts),
  ...ofMessages(context),
  ...ofDoors(context),
  ...ofChapters(context),
  ...ofPages(context),
  ...ofSignature(context),
];

function ofPeriod({ story: { period }, report }: StoryContext): readonly StoryProblem[] {
  if (period === report.period) return [];
  const said = {
    fr: `ce récit est celui de ${period}, le rapport celui de ${report.period}`,
    en: `this story is of ${period}, the report of ${report.period}`,
  };
  return [problem('0', 'period', period, said, report.period)];
}

/** Finds empty texts, and texts that are not in the languages of the title of the cover. */
function ofTexts(parts: readonly StoryPart[]): readonly StoryProblem[] {
  const languagesOf = (text: object): string => Object.keys(text).sort().join(', ');
  const expected = languagesOf(parts[0]?.texts['title'] ?? {});
  return parts.flatMap(({ section, path, texts }) =>
    Object.entries(texts).flatMap(([name, text]) => {
      const field = `${path}.${name}`;
      const found = languagesOf(text);
      const said = {
        fr: `ce texte est en ${found}, le titre en ${expected}`,
        en: `this text is in ${found}, the title in ${expected}`,
      };
      const empty = Object.entries(text).filter(([, words]) => words.trim() === '');
      return [
        ...(found === expected ? [] : [problem(section, field, found, said, expected)]),
        ...empty.map(([lang]) =>
          problem(section, `${field}.${lang}`, '', { fr: 'ce texte est vide', en: 'this text is empty' }),
        ),
      ];
    }),
  );
}

/** Finds ids that come twice. */
const repeated = (ids: readonly string[], path: string): readonly StoryProblem[] =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [
          problem('0', `${path}.${at}`, id, {
            fr: `« ${id} » est là deux fois`,
            en: `"${id}" is there twice`,
          }),
        ],
  );

const counted = (
  section: string,
  field: string,
  count: number,
  [least, most]: readonly [number, number],
  what: BilingualText,
): readonly StoryProblem[] => {
  if (count >= least && count <= most) return [];
  const expected = least === most ? `${least}` : `${least}–${most}`;
  const said = { fr: `${count} ${what.fr}, attendu : ${expected}`, en: `${count} ${what.en}, expected: ${expected}` };
  return [problem(section, field, `${count}`, said, expected)];
};

const noSection = (section: string, field: string, found: string): StoryProblem =>
  problem(section, field, found, {
    fr: `le rapport n’a pas de section « ${found} »`,
    en: `the report has no section "${found}"`,
  });

const noChapter = (section: string, field: string, found: string, known: readonly string[]): StoryProblem =>
  problem(
    section,
    field,
    found,
    { fr: `le rapport n’a pas de chapitre « ${found} »`, en: `the report has no chapter "${found}"` },
    known.join(', '),
  );

function ofMessages({ story: { messages }, report }: StoryContext): readonly StoryProblem[] {
  const chapters = report.chapters.map(({ id }) => id);
  const ids = messages.map(({ id }) => id);
  return [
    ...counted('0', 'messages', messages.length, [1, MOST_MESSAGES], { fr: 'messages', en: 'messages' }),
    ...repeated(ids, 'messages'),
    ...messages.flatMap((message, at) => {
      const { id, chapter, section, title, text, figure } = message;
      const path = `messages.${at}`;
      const [first] = runsOf(title.fr).flatMap((run) => (run.kind === 'text' ? [] : [nameOfFigure(run)]));
      const shown = nameOfFigure(figure);
      return [
        ...(/^[a-z\d]+(?:-[a-z\d]+)*$/.test(id)
          ? []
          : [
              problem(section, `${path}.id`, id, {
                fr: `« ${id} » ne fait pas une adresse : minuscules sans accent, chiffres et tirets`,
                en: `"${id}" makes no address: small letters without accents, digits and hyphens`,
              }),
            ]),
        ...(chapters.includes(chapter) ? [] : [noChapter(section, `${path}.chapter`, chapter, chapters)]),
        ...(findSection(report, section) ? [] : [noSection(section, `${path}.section`, section)]),
        ...(isInSection(section, chapter)
          ? []
          : [
              problem(section, `${path}.section`, section, {
                fr: `la section ${section} n’est pas du chapitre ${chapter}`,
                en: `section ${section} is not in chapter ${chapter}`,
              }),
            ]),
        ...(first === shown
          ? []
          : [
              problem(
                section,
                `${path}.figure`,
                shown,
                {
                  fr: 'le chiffre du message n’est pas le premier de son titre',
                  en: 'the figure of the message is not the first one of its title',
                },
                first ?? '',
              ),
            ]),
        ...Object.entries(text).flatMap(([lang, words]) =>
          counted(section, `${path}.text.${lang}`, wordsIn(words), [FEWEST_WORDS, MOST_WORDS], {
            fr: 'mots',
            en: 'words',
          }),
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
    ...missing.map((id) =>
      problem('0', 'doors', ids.join(', '), { fr: `la porte « ${id} » manque`, en: `the door "${id}" is missing` }, id),
    ),
    ...repeated(ids, 'doors'),
    ...doors.flatMap(({ id, sections, figures }, at) => {
      const path = `doors.${at}`;
      return [
        ...(DOORS.includes(id)
          ? []
          : [
              problem(
                '0',
                `${path}.id`,
                id,
                { fr: `« ${id} » n’est pas une porte`, en: `"${id}" is no door` },
                DOORS.join(', '),
              ),
            ]),
        ...counted('0', `${path}.sections`, sections.length, [DOOR_SECTIONS, DOOR_SECTIONS], {
          fr: 'sections',
          en: 'sections',
        }),
        ...counted('0', `${path}.figures`, figures.length, [DOOR_FIGURES, DOOR_FIGURES], {
          fr: 'chiffres',
          en: 'figures',
        }),
        ...repeated(sections, `${path}.sections`),
        ...repeated(figures.map(nameOfFigure), `${path}.figures`),
        ...sections.flatMap((section, rank) =>
          findSection(report, section) ? [] : [noSection('0', `${path}.sections.${rank}`, section)],
        ),
      ];
    }),
  ];
}

/** Finds chapters that are not those of the report in its order, and those with too few or too many blocks. */
function ofChapters({ story: { chapters }, report }: StoryContext): readonly StoryProblem[] {
  const known = report.chapters.map(({ id }) => id);
  const ids = chapters.map(({ id }) => id);
  const strangers = chapters.flatMap(({ id }, at) =>
    known.includes(id) ? [] : [noChapter(id, `chapters.${at}.id`, id, known)],
  );
  const isOrdered = strangers.length > 0 || ids.join(' ') === known.join(' ');
  const said = {
    fr: 'les chapitres ne sont pas ceux du rapport, dans son ordre',
    en: 'the chapters are not those of the report, in its order',
  };
  return [
    ...strangers,
    ...(isOrdered ? [] : [problem('0', 'chapters', ids.join(', '), said, known.join(', '))]),
    ...chapters.flatMap(({ id, blocks }, at) =>
      counted(id, `chapters.${at}.blocks`, blocks.length, [FEWEST_BLOCKS, MOST_BLOCKS], { fr: 'blocs', en: 'blocks' }),
    ),
  ];
}

/** Finds addresses that lead to no page, and those of chapters that the report does not have. */
function ofPages({ story: { pages = {} }, report }: StoryContext): readonly StoryProblem[] {
  const { chapters = {}, ...views } = pages;
  const known = report.chapters.map(({ id }) => id);
  const addresses = [
    ...Object.entries(views).map(([view, href]) => [`pages.${view}`, href] as const),
    ...Object.entries(chapters).map(([id, href]) => [`pages.chapters.${id}`, href] as const),
  ];
  return [
    ...Object.keys(chapters).flatMap((id) =>
      known.includes(id) ? [] : [noChapter('0', `pages.chapters.${id}`, id, known)],
    ),
    ...addresses.flatMap(([field, href = '']) =>
      isPage(href)
        ? []
        : [
            problem('0', field, href, {
              fr: `« ${href} » n’est pas l’adresse d’une page`,
              en: `"${href}" is no address of a page`,
            }),
          ],
    ),
  ];
}

/** Whether an address is that of a page: relative, or of the web. Browsers leave out line ends inside a scheme. */
function isPage(href: string): boolean {
  const address = href.replace(/[^!-\uffff]/g, '');
  const isOtherScheme = /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address);
  return address !== '' && !isOtherScheme && !/^https?:\/*$/i.test(address);
}

function ofSignature({ story: { signed } }: StoryContext): readonly StoryProblem[] {
  if (!signed || parsePeriod(signed.date)?.kind === 'day') return [];
  const said = {
    fr: `« ${signed.date} » n’est pas un jour, comme 2025-03-05`,
    en: `"${signed.date}" is no day, as 2025-03-05`,
  };
  return [problem('0', 'signed.date', signed.date, said)];
}
