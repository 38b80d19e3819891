import { tallyWords } from '@ess-widgets/core/charts';
import { addFormatLanguage, breton as bretonFormat, dateInWords, formatNumber } from '@ess-widgets/core/format';
import { expect } from '@open-wc/testing';
import { address } from './address.fr.ts';
import { agenda } from './agenda.fr.ts';
import { base } from './base.fr.ts';
import { beyond } from './beyond.fr.ts';
import { texts as breton } from './br.ts';
import { charts } from './charts.fr.ts';
import { check } from './check.fr.ts';
import { counter } from './counter.fr.ts';
import { dates } from './dates.fr.ts';
import { details } from './details.fr.ts';
import { directory } from './directory.fr.ts';
import { legend } from './legend.fr.ts';
import { near } from './near.fr.ts';
import { over } from './over.fr.ts';
import { paper } from './paper.fr.ts';
import { picker } from './picker.fr.ts';
import { provenance } from './provenance.fr.ts';
import { report } from './report.fr.ts';
import { rows } from './rows.fr.ts';
import { sheet } from './sheet.fr.ts';
import { table } from './table.fr.ts';
import { loadMessages, localize, type Message, type MessageKey, type Translation } from './texts.ts';

const french = [
  base,
  address,
  agenda,
  beyond,
  legend,
  near,
  over,
  counter,
  charts,
  check,
  dates,
  details,
  directory,
  paper,
  picker,
  provenance,
  report,
  rows,
  sheet,
  table,
  tallyWords,
];

const texts = (messages: Readonly<Record<string, Message>>): readonly (readonly [string, string])[] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[key, message] as const]
      : Object.values(message).map((text) => [key, text] as const),
  );
describe('the texts of the interface', () => {
  it('keep French typography: narrow no-break spaces before : ; ! ? » and after «, curly apostrophes', () => {
    const wrong = [...french, breton].flatMap(texts).filter(([, text]) => / [:;!?»%]|« |\w'\w/.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('choose the plural of their own language: Breton has five', () => {
    addFormatLanguage(bretonFormat);
    const m = localize(
      'br',
      { issues: { one: 'unan', two: 'daou', few: 'un nebeud', many: 'milion', other: 'all' } },
      {},
    );
    expect([1, 2, 3, 1_000_000, 10].map((n) => m.text('issues', { n }))).to.deep.equal([
      'unan',
      'daou',
      'un nebeud',
      'milion',
      'all',
    ]);
  });

  it('have one name in one file: parts that are loaded together do not hide each other', () => {
    const keys = french.flatMap((part) => Object.keys(part));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).to.deep.equal([]);
  });

  it('come with the parts that an element names', async () => {
    const m = await loadMessages('fr', [directory]);
    expect(m.text('mapTitle')).to.equal('Carte des adhérents');
    expect(m.text('retry')).to.equal(base.retry);
    expect(m.text('breakdownBy')).to.equal('breakdownBy');
  });

  it('fall back to French and say so', async () => {
    const m = localize('br', {}, { retry: 'Réessayer' });
    expect(m.text('retry')).to.equal('Réessayer');
    expect(JSON.stringify(m.content('retry'))).to.contain('lang=\\"fr\\"');
  });

  it('are French for a language that they do not have', async () => {
    expect((await loadMessages('de-CH', [])).lang).to.equal('fr');
    expect((await loadMessages('en-GB', [])).lang).to.equal('en');
  });

  it('come with the numbers and dates of their language, and no other', async () => {
    await loadMessages('fr', []);
    expect(formatNumber(7148, 'fr')).to.equal('7\u202f148');
    await loadMessages('en', []);
    expect(formatNumber(7148, 'en')).to.equal('7,148');
    expect(dateInWords('2025-03-05', 'en-GB')).to.equal('5 March 2025');
    await loadMessages('br', []);
    expect(dateInWords('2025-03-05', 'br')).to.equal('5 a viz Meurzh 2025');
  });

  it('do not compile with a key that French lacks, or without an English sentence', () => {
    // @ts-expect-error No French text has this key.
    const key: MessageKey = 'noSuchText';
    // @ts-expect-error A translation names no key that French lacks.
    const more: Partial<Translation> = { noSuchText: '' };
    // @ts-expect-error A translation that is not partial has every key.
    const fewer: Translation = { retry: 'Retry' };
    expect([key, more, fewer]).to.have.length(3);
  });
});
