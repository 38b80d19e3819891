/** Sentences of the shipped report and story: the figures in them are in the language of the sentence, whatever the page's. */
import { breton, english, french } from '@ess-widgets/core/format';
import { expect, fixture, html } from '@open-wc/testing';
import type { EssReport } from '../ess-report/ess-report.ts';
import { settle, waitUntil } from '../testing/testing.ts';
import '../ess-report/define.ts';

const LANGUAGES = [french, breton, english];

/** Words that a language writes with numbers: those of its units, one or several, and those before what is no plain number. */
const wordsOf = ({ units, prefixes }: (typeof LANGUAGES)[number]): ReadonlySet<string> =>
  new Set(
    [...Object.values(units), ...Object.values(prefixes)].flatMap((text) =>
      (text.match(/[\p{L}’-]+/gu) ?? []).flatMap((word) => [word, `${word}s`]),
    ),
  );

const vocabularies = new Map(LANGUAGES.map((language) => [language.lang, wordsOf(language)]));

/** Returns the words of a text that are of other languages than its own, and not of its own too. */
function foreign(text: string, lang: string): readonly string[] {
  const own = vocabularies.get(lang);
  const others = [...vocabularies].filter(([code]) => code !== lang).map(([, words]) => words);
  return (text.match(/[\p{L}’-]+/gu) ?? []).filter(
    (word) => !own?.has(word) && others.some((words) => words.has(word)),
  );
}

/** Shows a part of the shipped report, and returns the figures in its sentences with the language of each sentence. */
async function figuresIn(page: string, attributes: Readonly<Record<string, string>>) {
  const element: EssReport = document.createElement('ess-report');
  element.src = '/packages/bretagne/data/manifest.json';
  element.lang = page;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(element);
  await settle(element, 'ready');
  const found = () => [
    ...element.renderRoot.querySelectorAll<HTMLElement>('.text button.figure, .heading button.figure'),
  ];
  await waitUntil(() => found().length > 0 && !element.renderRoot.textContent.includes('…,'), 'the figures');
  return found().map((button) => ({
    text: `${button.textContent} ${button.ariaLabel?.split(/[:,(]/)[0] ?? ''}`,
    lang: button.closest<HTMLElement>('[lang]')?.lang ?? page,
  }));
}

const PARTS: readonly Readonly<Record<string, string>>[] = [
  { view: 'overview' },
  ...['I.1.a', 'I.4.b', 'I.4.d', 'II.2', 'III.1.c', 'III.1.e'].map((section) => ({ section })),
];

describe('a sentence of the shipped report', () => {
  it('says once that a number is an estimate', async () => {
    const figures = await figuresIn('fr', { view: 'overview' });
    const texts = figures.map(({ text }) => text.replace(/\s/g, ' '));
    expect(texts.filter((text) => text.startsWith('20 000'))).to.have.length(1);
    expect(texts.some((text) => text.startsWith('env. 20 000'))).to.equal(false);
  });

  for (const page of ['fr', 'br', 'en'])
    it(`is of one language, on a page in ${page}`, async () => {
      for (const part of PARTS) {
        const figures = await figuresIn(page, part);
        const mixed = figures.filter(({ text, lang }) => foreign(text, lang).length > 0);
        expect(mixed, JSON.stringify(part)).to.deep.equal([]);
      }
    });
});
