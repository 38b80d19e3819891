/** How often elements update on a first visit: waiting for code and texts costs no update of its own. */
import { expect } from '@open-wc/testing';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import { registry } from '../loader/registry.ts';
import { datasetFile, settle, useFiles, waitUntil } from '../testing/testing.ts';
import { cases, workingData, workingReport } from './cases.ts';

const count = (value: number, unit = 'members'): object => ({ value, op: '=', unit });
const figure = (indicator: string, more: object): object => ({
  ...{ indicator, period: '2024', basis: 'published', population: null, missing: null, notes: [], sources: [] },
  ...{ quantity: count(117), previous: { period: '2023', quantity: count(114) }, ...more },
});
const texts = (more: object = {}): object => ({
  ...{ label: { fr: 'Adhérents' }, definition: { fr: 'Leur nombre.' }, kind: 'stock', unit: 'members', dimensions: [] },
  ...more,
});
const college = { id: 'college', label: { fr: 'collège' }, exclusive: true };
const parts = [60, 40, 17].map((value, at) => ({
  ...{ id: `c${at}`, label: { fr: `Collège ${at}` }, order: at + 1, quantity: count(value) },
  ...{ share: count([51, 34, 15][at] ?? 0, 'percent'), previous: count(value - 3 * at) },
}));
/** Measures that a build has written, which each chart of parts suits. */
const MEASURES = {
  format: 'ess-measures/1',
  hashes: {},
  indicators: {
    stock: texts({ flow: { in: 'joined', out: 'left' }, dimensions: [college] }),
    joined: texts(),
    left: texts(),
  },
  measures: [
    figure('stock', {}),
    figure('stock', { by: 'college', parts }),
    figure('joined', { quantity: count(9) }),
    figure('left', { quantity: count(6) }),
  ],
};
const written = { json: datasetFile({}, { measures: 'measures.json' }).json };
const working = workingData();

/** By element: its markup, and how often it updates in French, Breton and English. */
const VISITS: Readonly<Record<string, readonly [markup: string, updates: readonly [number, number, number]]>> = {
  'a figure': [cases['ess-indicator'] ?? '', [6, 6, 6]],
  'a figure in parts': [cases['ess-breakdown'] ?? '', [6, 6, 6]],
  'a map': [cases['ess-member-map'] ?? '', [7, 7, 7]],
  'a list': [cases['ess-member-list'] ?? '', [6, 6, 6]],
  'a counter': [cases['ess-event-counter'] ?? '', [10, 10, 10]],
  'an agenda': [cases['ess-event-agenda'] ?? '', [3, 3, 3]],
  'a report': [cases['ess-report'] ?? '', [9, 9, 9]],
  'a table': [cases['ess-table'] ?? '', [6, 6, 6]],
  'a timeline': [cases['ess-timeline'] ?? '', [3, 3, 3]],
  'a trend': [cases['ess-trend'] ?? '', [6, 6, 6]],
  'a picker': [cases['ess-territory-picker'] ?? '', [3, 3, 3]],
  'a sheet': [cases['ess-territory-sheet'] ?? '', [5, 5, 5]],
  'a bar of shares': ['<ess-breakdown src="written.json" indicator="stock" chart="share"></ess-breakdown>', [5, 5, 5]],
  'a dumbbell': ['<ess-breakdown src="written.json" indicator="stock" chart="dumbbell"></ess-breakdown>', [5, 5, 5]],
  'a bridge': ['<ess-breakdown src="written.json" indicator="stock" chart="bridge"></ess-breakdown>', [7, 7, 7]],
  // What it is seen beside comes late.
  'a figure of a territory': [
    '<ess-indicator src="data.json" indicator="members-stock" territory="departement-29"></ess-indicator>',
    [9, 9, 9],
  ],
  'an unknown indicator': ['<ess-indicator src="data.json" indicator="members-stok"></ess-indicator>', [8, 8, 8]],
  'a figure without data': ['<ess-indicator indicator="members-stock"></ess-indicator>', [3, 2, 2]],
};

/** Puts an element on the page and waits until it rests. @returns how often it has updated */
async function updatesOf(markup: string): Promise<number> {
  useFiles({
    'data.json': working,
    'report.json': workingReport,
    'written.json': written,
    'measures.json': { json: MEASURES },
  });
  const template = document.createElement('template');
  template.innerHTML = markup;
  const element = document.importNode(template.content, true).firstElementChild as EssElement & {
    performUpdate(): void;
  };
  let updates = 0;
  const perform = element.performUpdate;
  element.performUpdate = function () {
    updates++;
    return perform.call(this);
  };
  document.body.append(element);
  await settle(element);
  let before = 0;
  const rests = (): boolean => before === (before = updates);
  await waitUntil(rests, 'the element to rest', { interval: 200 });
  element.remove();
  setPageClient(undefined);
  return updates;
}

describe('an element on a first visit', () => {
  before(async () => {
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  afterEach(() => {
    document.documentElement.lang = 'fr';
  });

  for (const [name, [markup, expected]] of Object.entries(VISITS)) {
    it(`updates ${expected.join(', ')} times as ${name} in French, Breton and English`, async () => {
      const counted: number[] = [];
      for (const lang of ['fr', 'br', 'en']) {
        document.documentElement.lang = lang;
        counted.push(await updatesOf(markup));
      }
      expect(counted).to.deep.equal(expected);
    });
  }
});
