import '@ess-widgets/core/format/all';
import { readFileSync } from 'node:fs';
import { problemsOfReportTexts } from '@ess-widgets/core/checks';
import { readReport } from '@ess-widgets/core/data';
import { directoryOf } from '@ess-widgets/core/directory';
import { formatCount, formatQuantity, unitWord } from '@ess-widgets/core/format';
import { type IndicatorRequest, indicatorsOf } from '@ess-widgets/core/indicators';
import {
  type Block,
  type CollectionName,
  collectionSchemas,
  DIRECTORY_LAYERS,
  figuresOf,
  fitsTile,
  keptRecords,
  type Measure,
  pinnedYears,
  publishedIn,
  type Run,
  records,
  runsOf,
  type Section,
  type Subsection,
  sectionOfIndicators,
  sectionsOf,
  shortLabel,
} from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';
import { readReportDocument, readReportText } from './report.ts';

const dataset = await readDataset();
const report = await readReportDocument(dataset);
const indicators = new Map(indicatorsOf(dataset).map((indicator) => [indicator.id, indicator]));
const places = sectionsOf(report);
const observations = records(dataset, 'observations');
const blocks = places.flatMap(({ section }) =>
  section.blocks.map((block, at) => ({ name: `${section.id}, block ${at + 1}: ${block.type}`, section, block })),
);

function measureOf(id: string, request: IndicatorRequest): Measure {
  const indicator = indicators.get(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator.compute(dataset, request);
}

const measuresOf = (block: Block): readonly Measure[] =>
  figuresOf(block).map(({ indicator, ...asked }) => measureOf(indicator, { period: report.period, ...asked }));

const valuesOf = ({ quantity, parts = [] }: Measure): number =>
  [quantity, ...parts.map((part) => part.quantity)].filter((each) => each !== null).length;

const written = await readReportText(dataset);

const kept = (collection: string, where: string | undefined) =>
  keptRecords<object>(records(dataset, collection as CollectionName), where);

describe('the report document', () => {
  it('has the chapters and sections of the report, in its order', () => {
    expect(report.chapters.map(({ id }) => id)).toEqual(['I', 'II', 'III', 'IV']);
    expect(places.map(({ section }) => section.id).join(' ')).toBe(
      [
        '0',
        'I.1 I.1.a I.1.b I.1.c I.1.d I.2 I.2.a I.2.b I.2.c I.3 I.3.a I.4 I.4.a I.4.b I.4.c I.4.d',
        'II.1 II.2 II.3 II.3.a II.3.b II.4 II.4.a II.4.b II.4.c II.4.d II.4.e II.4.f',
        'II.5 II.5.a II.5.b II.5.c II.5.d II.5.e',
        'III.1 III.1.a III.1.b III.1.c III.1.d III.1.e III.2 III.3 III.3.a III.3.b III.4 III.5 III.6 III.7 III.8 III.9',
        'IV.1 IV.2 IV.2.a IV.2.b IV.2.c IV.3 IV.3.a IV.4 IV.4.a IV.4.b IV.4.c IV.4.d IV.4.e IV.5',
      ].join(' '),
    );
  });

  it('shows something in each section, itself or in its parts', () => {
    const isBare = (section: Section | Subsection): boolean =>
      section.blocks.length === 0 && !('sections' in section && section.sections.length > 0);
    expect(places.filter(({ section }) => isBare(section)).map(({ section }) => section.id)).toEqual([]);
  });

  it('has a place for each indicator that has a value', () => {
    const { measures }: { readonly measures: readonly Measure[] } = JSON.parse(
      readFileSync(new URL('../data/measures.json', import.meta.url), 'utf8'),
    );
    const known = new Set(measures.filter((each) => valuesOf(each) > 0).map(({ indicator }) => indicator));
    const placed = sectionOfIndicators(report);
    // Inhabitants are beside the events, in the story. Of a third of the people nobody knows the gender: from 33 to 64 % is no
    // headline.
    expect([...known].filter((id) => !placed.has(id))).toEqual(['population-share', 'attendance-parity']);
    expect([placed.get('members-stock'), placed.get('school-projects')]).toEqual(['I.1.a', 'I.4.b']);
  });
});

describe('the tiles of the report', () => {
  const tiles = blocks.flatMap(({ block, section }) =>
    block.type === 'indicators' ? block.figures.map((figure) => ({ figure, section: section.id })) : [],
  );

  it('have each a short label of their own, in French and in English, without a comma', () => {
    expect(tiles.length).toBeGreaterThan(100);
    const labels = tiles.map(({ figure, section }) => ({
      section,
      label: shortLabel(indicators.get(figure.indicator) ?? {}, figure),
    }));
    const misfits = labels.filter(({ label }) => !['fr', 'en'].every((lang) => label?.[lang] && fitsTile(label[lang])));
    expect(misfits).toEqual([]);
  });

  it('have another label than the others of their section, unless they show another period or place', () => {
    const names = tiles.map(({ figure, section }) => {
      const label = shortLabel(indicators.get(figure.indicator) ?? {}, figure)?.fr;
      return [section, label, figure.period, figure.territory].join(' ');
    });
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe('the short labels of the data', () => {
  it('fit on a tile, and each indicator has one', () => {
    const own = [...indicators.values()];
    const texts = [
      ...own.flatMap(({ short, shorts = [] }) => [short, ...shorts.map((each) => each.short)]),
      ...observations.flatMap(({ short }) => short ?? []),
    ];
    expect(own.filter(({ short }) => !short).map(({ id }) => id)).toEqual([]);
    expect(texts.flatMap((text) => Object.values(text ?? {})).filter((text) => !fitsTile(text))).toEqual([]);
  });

  it('are about parts that exist', () => {
    const isKnown = (pair: string): boolean => {
      const [by = '', id = ''] = pair.split('=');
      const ids: ReadonlySet<string> = new Set(
        Object.values(dataset.collections).flatMap((list) =>
          (list as readonly { id?: string }[]).map((each) => each.id ?? ''),
        ),
      );
      return by !== '' && ids.has(id);
    };
    const pairs = [...indicators.values()].flatMap(({ shorts = [] }) =>
      shorts.flatMap(({ where }) => where.split(' ')),
    );
    expect(pairs.filter((pair) => !isKnown(pair))).toEqual([]);
  });
});

describe('the texts of the report', () => {
  const texts = [...places.map(({ section }) => section), ...report.chapters].flatMap((part) => [
    { id: part.id, text: part.title },
    ...('text' in part && part.text ? [{ id: part.id, text: part.text }] : []),
    ...('intro' in part && part.intro ? [{ id: part.id, text: part.intro }] : []),
  ]);

  it('are in French and English, some in Breton, with the same figures in each', () => {
    for (const { id, text } of texts) {
      expect(
        Object.keys(text)
          .filter((lang) => lang !== 'br')
          .sort(),
        id,
      ).toEqual(['en', 'fr']);
      const figuresOfText = (each: string) => runsOf(each).filter(({ kind }) => kind === 'figure');
      expect([figuresOfText(text['br'] ?? text.fr), figuresOfText(text['en'] ?? '')], id).toEqual([
        figuresOfText(text.fr),
        figuresOfText(text.fr),
      ]);
    }
  });

  /** The value of a figure in a text. */
  const valueIn = (run: Exclude<Run, { kind: 'text' }>) =>
    run.kind === 'observation'
      ? (observations.find(({ id }) => id === run.observation)?.quantity ?? null)
      : measureOf(run.indicator, { period: report.period, ...run }).quantity;

  it('name figures that have a value, and hold no other figure than a year', () => {
    for (const { id, text } of texts) {
      for (const each of Object.values(text)) {
        for (const run of runsOf(each)) {
          if (run.kind === 'text') expect(run.text.replace(/\b20\d\d\b/g, ''), id).not.toMatch(/\d|\[\[/);
          else expect(valueIn(run), id).not.toBeNull();
        }
      }
    }
  });

  /** The sentences of a text as somebody reads them, with what each of their figures counts. */
  const sentencesOf = (text: string, lang: string) =>
    text.split(/(?<=[.;]) /).map((sentence) => {
      const runs = runsOf(sentence).map((run) => {
        if (run.kind === 'text') return { text: run.text };
        const quantity = valueIn(run);
        if (!quantity) throw new Error(`a figure of "${sentence}" has no value`);
        return { text: (run.bare ? formatQuantity : formatCount)(quantity, lang), quantity, bare: run.bare === true };
      });
      return { read: runs.map((run) => run.text).join(''), runs };
    });

  /** Units that a text may count itself: those of the data, and the pupils that these count as people. */
  const units = ['pupils', ...new Set(observations.map(({ quantity }) => quantity.unit))];
  const startsWithNoun = (text: string, n: number, lang: string): boolean =>
    units.some((unit) => text.startsWith(` ${unitWord(unit, n, lang) ?? '?'}`));

  it('say of every figure what it counts, in each language', () => {
    for (const { id, text } of texts) {
      for (const [lang, each] of Object.entries(text)) {
        for (const { read, runs } of sentencesOf(each, lang)) {
          const said = new Set<string>();
          for (const [at, { text: shown, quantity, bare }] of runs.entries()) {
            if (!quantity || /^(percent|euros)$/.test(quantity.unit)) continue;
            const [n, next] = [quantity.value ?? 0, runs[at + 1]?.text ?? ''];
            const isSaidHere = shown.endsWith(`\u00a0${unitWord(quantity.unit, n, lang) ?? '?'}`);
            // A number alone is of what was counted before it in the sentence, or the word follows: never twice.
            const isSaid = isSaidHere || (bare === true && said.has(quantity.unit));
            expect(isSaid !== startsWithNoun(next, n, lang), `${id} ${lang}: ${read}`).toBe(true);
            said.add(quantity.unit);
          }
        }
      }
    }
  });

  it('name, place and date what the records of their section bear; another place is a warning', () => {
    const catalogue = Object.fromEntries(indicators);
    expect(problemsOfReportTexts(report, dataset, catalogue).map(({ message: { fr } }) => fr)).toEqual([]);
    const moved = JSON.parse(JSON.stringify(report).replace('tenue à Morlaix', 'tenue à Quimper'));
    expect(problemsOfReportTexts(moved, dataset, catalogue)).toMatchObject([
      { rule: 'report-prose', severity: 'warning', found: 'Quimper', where: { section: 'I.2.b' } },
    ]);
  });

  it('spell their abbreviations out once a chapter, in French and in English', () => {
    const full: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
      fr: {
        TAgBZH: /le réseau des incubateurs/,
        ESS: /économie sociale et solidaire/,
        Cress: /chambre régionale [^.]*Cress/,
      },
      en: { TAgBZH: /the network of [a-z ]*incubators/, ESS: /social economy/, Cress: /regional chamber [^.]*Cress/ },
    };
    for (const { id, sections } of report.chapters)
      for (const [lang, named] of Object.entries(full)) {
        const whole = sections
          .flatMap(({ text, sections: parts }) => [text, ...parts.map((part) => part.text)])
          .map((text) => text?.[lang] ?? '')
          .join(' ');
        for (const word of ['ASER', 'Cress', 'DLA', 'ESS', 'PTCE', 'TAgBZH', 'WAPA']) {
          if (!new RegExp(`\\b${word}\\b`).test(whole)) continue;
          expect(whole, `${id}, ${lang}: ${word}`).toMatch(named[word] ?? new RegExp(`[\\p{Ll})] \\(${word}\\)`, 'u'));
        }
      }
  });

  it('are in French typography', () => {
    for (const { id, text } of texts) expect(text.fr, id).not.toMatch(/'| [:;?!»]|« /);
  });
});

describe('a block', () => {
  const having = (type: Block['type']) => blocks.filter(({ block }) => block.type === type);

  it('is of a type that is known', () => {
    expect(having('other')).toEqual([]);
  });

  it('with figures has a value for each of them', () => {
    for (const { name, block } of blocks) {
      for (const measure of measuresOf(block)) {
        expect(valuesOf(measure), `${name} ${measure.indicator} ${measure.where ?? ''}`).toBeGreaterThan(0);
      }
    }
  });

  it('that stacks parts has several in each period', () => {
    for (const { name, block } of having('stack')) {
      for (const { parts, period } of measuresOf(block)) expect(parts?.length, `${name} ${period}`).toBeGreaterThan(1);
    }
  });

  it('that is a trend has a value of the period before', () => {
    for (const { name, block } of having('trend')) {
      for (const { previous, parts = [] } of measuresOf(block)) {
        expect([previous, ...parts.map((part) => part.previous)].filter(Boolean).length, name).toBeGreaterThan(0);
      }
    }
  });

  it('of records has some, and columns that they have', () => {
    for (const { name, block } of blocks) {
      const { collections, where, columns } = {
        collections: undefined,
        where: undefined,
        columns: undefined,
        ...('collection' in block ? { ...block, collections: block.collection ? [block.collection] : [] } : block),
      } as { collections?: readonly string[]; where?: string; columns?: readonly string[] };
      for (const collection of collections ?? []) {
        expect(kept(collection, where).length, `${name} of ${collection}`).toBeGreaterThan(0);
        const fields = Object.keys(collectionSchemas[collection as CollectionName].shape);
        expect(fields, name).toEqual(expect.arrayContaining([...(columns ?? [])]));
      }
    }
  });

  it('of a series of events has some', () => {
    for (const { name, block } of having('agenda')) {
      if (block.type !== 'agenda' || block.series === undefined) throw new Error(`${name} names no series`);
      expect(kept('events', `series=${block.series}`).length, name).toBeGreaterThan(0);
    }
  });

  it('that is a map has something to place: the report prints no place of the school projects of its own year', () => {
    const unplaced: string[] = [];
    for (const { name, block } of having('map')) {
      if (block.type !== 'map') continue;
      const { layers, where, period = report.period } = block;
      const known = DIRECTORY_LAYERS.filter((layer) => layers.includes(layer));
      expect(known, name).toHaveLength(layers.length);
      const entries = directoryOf(dataset, { layers: known, where, period });
      expect(entries.length, name).toBeGreaterThan(0);
      if (!entries.some(({ position }) => position)) unplaced.push(name);
    }
    expect(unplaced).toEqual(['I.4.b, block 3: map']);
  });

  it('that leads to the published figures of its section has some', () => {
    for (const { name, section, block } of having('observations')) {
      if (block.type !== 'observations') continue;
      expect(block.section, name).toBe(section.id);
      const published = observations.filter(({ source }) => publishedIn(report, source) === block.section);
      expect(published.length, name).toBeGreaterThan(0);
    }
  });
});

describe('the report of the next year', () => {
  const copied = written.text.replace('"period": "2024"', '"period": "2025"');

  it('shows its own year, with the one before beside it', async () => {
    const next = await readReport(copied, written.url);
    const attendance = observations.filter(
      ({ indicator, period }) => indicator === 'governance-attendance' && period === '2024',
    );
    const grown = {
      ...dataset,
      manifest: { ...dataset.manifest, periods: [...(dataset.manifest.periods ?? []), '2025'] },
      collections: {
        ...dataset.collections,
        observations: [
          ...observations,
          ...attendance.map((each) => ({
            ...each,
            id: `${each.id}-next`,
            period: '2025',
            quantity: { ...each.quantity, value: (each.quantity.value ?? 0) - 1 },
          })),
        ],
        memberships: records(dataset, 'memberships')
          .slice(0, 1)
          .map((each) => ({ ...each, id: 'newcomer', network: 'cress-bretagne', start: '2025-02-03' })),
      },
    };
    const section = sectionsOf(next).find((place) => place.section.id === 'I.1.b')?.section;
    const [stack] = section?.blocks.filter(({ type }) => type === 'stack') ?? [];
    const shown = figuresOf(stack ?? { type: 'other' }).map(({ indicator, ...asked }) => {
      const { period, parts = [] } = indicators.get(indicator)?.compute(grown, asked) ?? {};
      return [period, parts.find(({ id }) => id === 'present')?.quantity?.value];
    });
    expect(shown).toEqual([
      ['2025', 75],
      ['2024', 76],
    ]);
    const joined = sectionsOf(next).flatMap(({ section: { blocks: all } }) =>
      all.flatMap((block) => (block.type === 'timeline' && block.collections.includes('memberships') ? [block] : [])),
    );
    expect(joined.map(({ where }) => keptRecords(grown.collections.memberships, where).map(({ id }) => id))).toEqual([
      ['newcomer'],
    ]);
    expect(next.title['en']).toBe('2025 activity report');
  });

  it('is copied from a document that speaks of its period in words, and what it leaves is found', () => {
    expect(pinnedYears(JSON.parse(written.text))).toEqual([]);
    const left = pinnedYears(JSON.parse(copied)).map(({ found }) => found);
    expect(left).toEqual([
      'vote=statuts-2024',
      'vote=scenario-b-2024-09-26',
      '@2025-03-05',
      '2025-03-05',
      '2025-03-05',
      'rapport-2024',
      'rapport-2024',
    ]);
  });

  it('is told where each of these words is written out as a year', () => {
    const years = written.text
      .replace(/\[\[@(period|previous)(-SY)?\]\]/g, (_, word: string, isSchoolYear?: string) => {
        const year = word === 'period' ? 2024 : 2023;
        return isSchoolYear ? `${year}-${year + 1}` : `${year}`;
      })
      .replaceAll('wapa-@period', 'wapa-2024')
      .replaceAll(
        /([a-z])@(period|previous)/g,
        (_, before: string, word: string) => `${before}@${word === 'period' ? 2024 : 2023}`,
      )
      .replaceAll('@period', '2024')
      .replaceAll('@previous', '2023');
    const found = pinnedYears(JSON.parse(years)).map(({ where }) => where);
    const inBlocks = found.filter(({ field = '' }) => /\.blocks\.\d+\.(?!title)/.test(field));
    const inTexts = found.filter((each) => !inBlocks.includes(each));
    const ofChapter = inBlocks.filter(({ section = '' }) => section.startsWith('I.'));
    expect([inBlocks.length, ofChapter.length, inTexts.length]).toEqual([19, 12, 8]);
  });
});

describe('every published figure', () => {
  const ids = new Set(places.map(({ section }) => section.id));

  it('belongs to a section of the report', () => {
    expect(observations.filter(({ source }) => !ids.has(source.section ?? '')).map(({ id }) => id)).toEqual([]);
  });
});
