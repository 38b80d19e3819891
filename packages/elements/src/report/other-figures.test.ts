import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import type { EssReport } from '../ess-report/ess-report.ts';
import { datasetFile, settle, useFiles, waitUntil } from '../testing/testing.ts';
import '../ess-report/define.ts';

const observation = (id: string, label: string, value: number, extra: object = {}) => ({
  id,
  label: { fr: label },
  period: '2024-09-26',
  quantity: { value, op: '=', unit: 'organisations' },
  source: { document: 'rapport', section: 'I', page: 7 },
  ...extra,
});

const report = {
  format: 'ess-report/1',
  id: 'rapport',
  title: { fr: 'Rapport' },
  period: '2024',
  language: 'fr',
  document: 'rapport',
  chapters: [
    {
      id: 'I',
      title: { fr: 'Mouvement' },
      sections: [{ id: 'I.1', title: { fr: 'Le réseau' }, blocks: [{ type: 'observations', section: 'I' }] }],
    },
  ],
};

const observed = [
  observation('a', 'Structures appelées à choisir un scénario, telles qu’imprimées', 2022, { printed: 'sur 2022' }),
  observation('b', 'Durée d’une session', 3, { period: '2024', quantity: { value: 3, op: '~', unit: 'meetings' } }),
];

/** The table of other figures of a report as wide as that, with letters as large as that. */
async function tableOf(width: string, letters: string, observations: readonly object[] = observed) {
  useFiles({
    'data.json': datasetFile({ observations }, { report: 'report.json' }),
    'report.json': { json: report },
  });
  const element: EssReport = document.createElement('ess-report');
  element.src = 'data.json';
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.style.inlineSize = width;
  host.style.fontSize = letters;
  host.append(element);
  await settle(element);
  // A section comes when a reader is near it, which with large letters is further down.
  element.renderRoot.querySelector('[data-section="I.1"]')?.scrollIntoView();
  await waitUntil(() => element.renderRoot.querySelector('details.others table') !== null);
  const details = element.renderRoot.querySelector('details.others') as HTMLDetailsElement;
  details.open = true;
  return details;
}

/** The words of an element of which one part is on a line and the rest on the next. */
function brokenWords(element: HTMLElement): readonly string[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[^\s’-]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  return broken;
}

describe('the other published figures of a report', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  for (const [width, letters] of [
    ['360px', '16px'],
    ['360px', '32px'],
    ['620px', '16px'],
  ] as const)
    it(`break no number, date or word in ${width}, with letters of ${letters}`, async () => {
      const others = await tableOf(width, letters);
      expect(brokenWords(others)).to.deep.equal([]);
      expect(others.scrollWidth).to.be.at.most(others.clientWidth);
    });

  it('say a date as their value, once, with what is printed where it is another word for it', async () => {
    const year = (value: number) => ({ quantity: { value, op: '=', unit: 'year' } });
    const others = await tableOf('900px', '16px', [
      observation('report', 'Date du rapport', 0, { ...year(2025), period: '2025-03-05' }),
      observation('law', 'Loi', 0, { ...year(2014), period: '2014-07-01', printed: '1er juillet 2014' }),
      observation('flash', 'Enquête', 0, { ...year(2024), period: '2024-Q3', printed: 'l’été 2024' }),
      observation('plan', 'Début de la stratégie', 0, { ...year(2025), period: '2025/2028' }),
    ]);
    const rows = [...others.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].slice(0, 3).map((cell) => cell.textContent?.replaceAll(/\s/g, ' ').trim()),
    );
    expect(rows).to.deep.equal([
      ['Loi', '1er juillet 2014', ''],
      ['Enquête', '3e trimestre 2024imprimé « l’été 2024 »', ''],
      ['Début de la stratégie', '2025', '2025–2028'],
      ['Date du rapport', '5 mars 2025', ''],
    ]);
  });
});
