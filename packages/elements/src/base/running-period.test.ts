import { expect, fixture, html } from '@open-wc/testing';
import '../ess-breakdown/define.ts';
import '../ess-event-counter/define.ts';
import '../ess-indicator/define.ts';
import '../ess-table/define.ts';
import '../ess-trend/define.ts';
import { datasetFile, settle, useFiles, visibleText } from '../testing/testing.ts';
import type { EssElement } from './element.ts';

const colleges = ['Coopératives', 'Associations'].map((fr, at) => ({
  id: `c${at + 1}`,
  network: 'reseau',
  label: { fr },
  order: at + 1,
}));
const member = (id: string, start: string, college = 'c1') => ({
  ...{ id, organisation: id, network: 'reseau', college, start },
  end: null,
});
const memberships = [
  member('a', '2024-02-01'),
  member('b', '2025-02-01'),
  member('c', '2025-06-01', 'c2'),
  member('d', '2026-02-10'),
  member('e', '2026-03-02', 'c2'),
];
const events = [{ id: 'a', title: { fr: 'Atelier' }, date: '2026-02-18', status: 'held' }];

/** The text of an element over data of 20 March 2026, whose lists are complete for all of 2026. */
async function textOf(markup: string, lang = 'fr', complete = true): Promise<string> {
  const lists = { memberships, colleges, events, organisations: [], series: [], territories: [] };
  const entries = Object.entries(lists).map(([name, list]) => {
    const entry = { href: `${name}.json`, count: list.length, hash: '', coverage: [{ complete }] };
    return [name, entry] as const;
  });
  const { json } = datasetFile({}, { updated: '2026-03-20', periods: ['2024', '2025', '2026'] });
  useFiles({
    'data.json': { json: { ...(json as object), collections: Object.fromEntries(entries) } },
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [`${name}.json`, { json: list }])),
  });
  const host = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  host.innerHTML = markup;
  const element = host.firstElementChild as EssElement;
  await settle(element);
  return visibleText(element).replaceAll(/\s+/g, ' ');
}

describe('a year that is not over on the day of the data', () => {
  it('is shown until that day, in each widget', async () => {
    const asked = 'src="data.json" indicator="members-joined" period="2026"';
    expect(await textOf(`<ess-indicator ${asked}></ess-indicator>`)).to.contain('au 20 mars 2026');
    expect(await textOf(`<ess-indicator ${asked}></ess-indicator>`, 'en')).to.contain('20 March 2026');
    expect(await textOf(`<ess-breakdown ${asked} by="college"></ess-breakdown>`)).to.contain('au 20 mars 2026');
    expect(await textOf(`<ess-table ${asked} by="college"></ess-table>`)).to.match(/au 20 mars 2026/i);
    expect(await textOf('<ess-event-counter src="data.json" period="2026"></ess-event-counter>')).to.contain(
      'au 20 mars 2026',
    );
  });

  it('is shown so on the axis, in the words and in the table of a trend', async () => {
    const trend = (view: string) =>
      `<ess-trend src="data.json" indicator="members-joined" period="2026" view="${view}"></ess-trend>`;
    const chart = await textOf(trend('chart'));
    expect(chart).to.contain('de 2023 au 20 mars 2026. L’échelle part de zéro. 2023 2024 2025 au 20 mars 2026');
    expect(chart).to.contain('2025 : 2, au 20 mars 2026 : 2');
    expect(await textOf(trend('table'))).to.contain('au 20 mars 2026');
  });

  it('is not known beyond that day: an unfinished list says nothing, and of what', async () => {
    const counter = '<ess-event-counter src="data.json" indicator="month-events" period="2026"></ess-event-counter>';
    expect(await textOf(counter, 'fr', false)).to.contain('au 20 mars 2026');
  });
});
