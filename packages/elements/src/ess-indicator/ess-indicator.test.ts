import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { EssErrorEvent } from '../base/events.ts';
import { setPageClient } from '../base/page.ts';
import {
  appears,
  cardOpen,
  clock,
  datasetFile,
  type FileAnswer,
  settle,
  useFiles,
  visibleText,
  waitUntil,
} from '../testing/testing.ts';
import './define.ts';
import type { EssIndicator } from './ess-indicator.ts';

const observed = (indicator: string, quantity: object, extra: object = {}) => ({
  id: `${indicator}-${JSON.stringify(extra)}`,
  indicator,
  label: { fr: indicator },
  period: '2024',
  quantity: { op: '=', unit: 'members', ...quantity },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
  ...extra,
});

async function make(
  indicator: string,
  collections: Readonly<Record<string, readonly object[]>>,
  attributes = '',
): Promise<EssIndicator> {
  useFiles({ 'data.json': datasetFile(collections) });
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = `<ess-indicator src="data.json" indicator="${indicator}" ${attributes}></ess-indicator>`;
  const element = host.firstElementChild as EssIndicator;
  element.evidence = 'full';
  await settle(element);
  return element;
}

describe('<ess-indicator>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('shows the figure, its date, its change, its source and its badge', async () => {
    const now = observed('members-stock', { value: 1117 });
    const before = observed('members-stock', { value: 1114 }, { period: '2023' });
    const element = await make('members-stock', { observations: [now, before] });
    expect(visibleText(element)).to.equal(
      'Adhérents 1\u202f117 au 31 décembre 2024 +3 par rapport à 2023 Source\u202f: Rapport d’essai 2024, I.1.a, p.\u00a04 publié',
    );
  });

  it('has its label as a heading of the level that is asked for, and as a paragraph else', async () => {
    const element = await make('members-stock', { observations: [observed('members-stock', { value: 9 })] });
    const title = element.shadowRoot?.querySelector('[part="title"]');
    const heading = async (level: string): Promise<readonly (string | null | undefined)[]> => {
      element.setAttribute('heading-level', level);
      await element.updateComplete;
      return ['role', 'aria-level'].map((name) => title?.getAttribute(name));
    };
    expect(title?.hasAttribute('role')).to.equal(false);
    expect(await heading('2')).to.deep.equal(['heading', '2']);
    expect(await heading('none')).to.deep.equal([null, null]);
  });

  it('has no heading that says nothing while it waits', async () => {
    useFiles({ 'data.json': datasetFile({}) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML = '<ess-indicator src="data.json" indicator="members-stock" heading-level="2"></ess-indicator>';
    const element = host.firstElementChild as EssIndicator;
    const headings = () => element.shadowRoot?.querySelectorAll('[role="heading"]').length;
    await element.updateComplete;
    expect([element.state, headings()]).to.deep.equal(['loading', 0]);
    await settle(element);
    expect(headings()).to.equal(1);
  });

  it('compares with a period of any precision in the grammar of its language', async () => {
    const compared = async (indicator: string, period: string, before: string): Promise<string | null | undefined> => {
      const observations = [
        observed(indicator, { value: 9 }, { period }),
        observed(indicator, { value: 6 }, { period: before }),
      ];
      const element = await make(indicator, { observations }, `period="${period}"`);
      return element.renderRoot.querySelector('.context')?.textContent;
    };
    expect(await compared('members-stock', '2024-12-31', '2023-12-31')).to.match(
      /\+3 par rapport au 31 décembre 2023$/,
    );
    expect(await compared('members-joined', '2024-H1', '2023-H2')).to.match(/\+3 par rapport au 2e semestre 2023$/);
    expect(await compared('members-joined', '2024-01/2024-07', '2023-06/2023-12')).to.match(
      /\+3 par rapport à la période de juin à décembre 2023$/,
    );
  });

  it('says of a change that what it starts from is computed, where the figure itself is not', async () => {
    const element = await make('members-stock', {
      observations: [
        observed('members-stock', { value: 1117 }),
        observed('members-joined', { value: 9 }),
        observed('members-left', { value: 6 }),
      ],
    });
    expect(element.renderRoot.querySelector('.context')?.textContent).to.equal(
      'au 31 décembre 2024+3 par rapport à 2023 (calculé)',
    );
  });

  it('writes what leaves as a loss, and what comes with its sign', async () => {
    const data = { observations: [observed('members-left', { value: 6 }), observed('members-joined', { value: 9 })] };
    const left = await make('members-left', data, 'sign="minus"');
    expect(left.shadowRoot?.querySelector('.value')?.textContent).to.equal('\u22126');
    const came = await make('members-joined', data, 'sign="plus"');
    expect(came.shadowRoot?.querySelector('.value')?.textContent).to.equal('+9');
  });

  it('says of a loss that grows that it is greater, of few and of many, and turns both ends of a range', async () => {
    const left = async (now: object, before: number): Promise<string> => {
      const observations = [
        observed('members-left', now),
        { ...observed('members-left', { value: before }), id: 'before', period: '2023' },
      ];
      const element = await make('members-left', { observations }, 'sign="minus"');
      return ['.value', '.context strong']
        .map((part) => element.renderRoot.querySelector(part)?.textContent?.replaceAll(/\s/g, ' '))
        .join(' ');
    };
    expect(await left({ value: 8 }, 6)).to.equal('\u22128 \u22122');
    expect(await left({ value: 4 }, 6)).to.equal('\u22124 +2');
    expect(await left({ value: 300 }, 100)).to.equal('\u2212300 \u2212200');
    expect(await left({ value: 0 }, 6)).to.equal('0 +6');
    expect(await left({ op: 'range', min: 6, max: 8 }, 5)).to.equal('\u22128 à \u22126 \u22123 à \u22121');
  });

  it('writes what is a change with its sign, whatever the page says of signs', async () => {
    const observations = [observed('members-joined', { value: 9 }), observed('members-left', { value: 6 })];
    const net = await make('members-net', { observations });
    expect(net.renderRoot.querySelector('.value')?.textContent).to.equal('+3');
  });

  it('shows the published figure first, and says that it is to be checked when the records disagree', async () => {
    const quantity = { value: 9, op: '=', unit: 'members' };
    const measure = {
      indicator: 'members-joined',
      period: '2024',
      quantity,
      basis: 'both',
      agreement: { agrees: false, published: quantity, computed: { ...quantity, value: 8 } },
      population: 8,
      missing: 0,
      sources: [],
      notes: [],
    };
    const texts = {
      label: { fr: 'Nouvelles adhésions' },
      definition: { fr: '…' },
      kind: 'flow',
      unit: 'members',
      dimensions: [],
    };
    const { json } = datasetFile({}, { measures: 'measures.json' });
    useFiles({
      'data.json': { json },
      'measures.json': {
        json: { format: 'ess-measures/1', hashes: {}, indicators: { 'members-joined': texts }, measures: [measure] },
      },
    });
    const element = await fixture<EssIndicator>(
      html`<ess-indicator src="data.json" evidence="full" indicator="members-joined"></ess-indicator>`,
    );
    await settle(element);
    expect(element.shadowRoot?.querySelector('.value')?.textContent).to.equal('9');
    expect(visibleText(element)).to.contain('publié').and.to.contain('à vérifier');
    element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge')?.click();
    await cardOpen(element);
    expect(visibleText(element)).to.match(/8\sadhérents.*ne retrouve pas/);
  });

  it('has its notices above all on a phone, its figure shown or not, and nothing over them', async () => {
    const observations = [observed('members-stock', { value: 117 })];
    const files: Record<string, FileAnswer> = { 'data.json': datasetFile({ observations }) };
    useFiles(files);
    const host = await fixture<HTMLElement>(html`<div style="inline-size: 360px"></div>`);
    const piledOf = (element: EssIndicator): readonly string[] => {
      const boxes = [...element.renderRoot.querySelectorAll('.notice, .label, .value, .context, .waiting, .foot')];
      const spots = boxes.map((box) => ({ name: box.className, ...box.getBoundingClientRect().toJSON() }));
      const isOver = (a: DOMRect, b: DOMRect): boolean =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return spots.flatMap((a, at) => spots.slice(at + 1).flatMap((b) => (isOver(a, b) ? `${a.name}/${b.name}` : [])));
    };
    host.innerHTML = '<ess-indicator src="data.json" indicator="members-stock"></ess-indicator>';
    const stale = host.firstElementChild as EssIndicator;
    await settle(stale);
    files['data.json'] = { status: 500 };
    clock.ahead += 10_000;
    stale.reload();
    await appears(stale, '.notice');
    expect(piledOf(stale)).to.deep.equal([]);
    host.innerHTML =
      '<ess-indicator src="other.json" indicator="members-stock"><a href="#">Le rapport</a></ess-indicator>';
    const failed = host.firstElementChild as EssIndicator;
    await appears(failed, '.notice');
    expect(piledOf(failed)).to.deep.equal([]);
  });

  it('keeps a long figure off its words on a phone, and the words of short ones in one column', async () => {
    const spots = async (quantity: object): Promise<readonly [end: number, start: number]> => {
      const element = await make('members-stock', { observations: [observed('members-stock', quantity)] });
      element.style.inlineSize = '19.5rem';
      const [figure, label] = ['.figure', '.label'].map((each) => element.renderRoot.querySelector(each)!);
      return [figure!.getBoundingClientRect().right, label!.getBoundingClientRect().left];
    };
    const starts = [];
    for (const value of [7, 117, 3160]) starts.push((await spots({ value }))[1]);
    expect(new Set(starts).size).to.equal(1);
    for (const long of [{ value: 125_000_000 }, { value: 2_300_000 }, { value: 1_234_567.5 }]) {
      const [end, start] = await spots(long);
      expect(end).to.be.lessThan(start);
    }
  });

  it('opens the source card from its badge; Escape closes it and gives the focus back', async () => {
    const element = await make('members-stock', { observations: [observed('members-stock', { value: 117 })] });
    const badge = element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge');
    badge?.focus();
    await sendKeys({ press: 'Enter' });
    await cardOpen(element);
    expect(badge?.getAttribute('aria-expanded')).to.equal('true');
    expect(visibleText(element)).to.contain('Définition').and.to.contain('5 mars 2025').and.to.contain('Partager');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('#card')).to.equal(null);
    expect(element.shadowRoot?.activeElement?.className).to.contain('badge');
  });

  it('says "Pas de donnée" for what is unknown, never 0', async () => {
    const element = await make('members-stock', { observations: [] });
    expect(element.state).to.equal('empty');
    expect(element.shadowRoot?.querySelector('.value')?.textContent).to.equal('Pas de donnée');
    expect(element.shadowRoot?.querySelector('.badge')).to.equal(null);
  });

  it('says the latest value that is known where its own period has none', async () => {
    const without = async (attributes: string, ...published: object[]): Promise<EssIndicator> => {
      const territories = [{ id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, code: '29' }];
      const element = await make('members-stock', { observations: published, territories }, attributes);
      await appears(element, '.none');
      return element;
    };
    const says = async (element: EssIndicator, text: string): Promise<void> =>
      waitUntil(() => visibleText(element).startsWith(text), `${visibleText(element)} lacks ${text}`);
    const of2024 = observed('members-stock', { value: 117 });
    await says(
      await without('period="2023"', of2024),
      'Adhérents Pas de donnée au 31 décembre 2023 Dernière valeur connue\u202f: 117\u00a0adhérents au 31 décembre 2024 Données',
    );
    await says(
      await without('period="2023" lang="en"', of2024),
      'Members No data on 31 December 2023 Latest known value: 117\u00a0members on 31 December 2024 Data',
    );
    // Its code and its words have come by now.
    for (const element of [
      await without('period="2023" territory="departement-29"', of2024),
      await without('period="2023"'),
    ]) {
      await nextFrame();
      await element.updateComplete;
      expect(visibleText(element)).not.to.match(/connue|2024/);
    }
  });

  it('names an indicator that does not exist, in the widget and by an event', async () => {
    useFiles({ 'data.json': datasetFile({}) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const heard = oneEvent<EssErrorEvent>(host, 'ess-error');
    host.innerHTML = '<ess-indicator src="data.json" indicator="members-stok"></ess-indicator>';
    expect((await heard).error.message).to.contain('members-stok');
    const element = host.firstElementChild as EssIndicator;
    await settle(element, 'error');
    expect(visibleText(element)).to.match(/«\smembers-stok\s» n’existe pas/);
  });

  it('reads its id without the space around it, and names several as one that does not exist', async () => {
    const data = { observations: [observed('members-stock', { value: 117 })] };
    const spaced = await make(' members-stock\n', data);
    expect([spaced.state, spaced.shadowRoot?.querySelector('.value')?.textContent]).to.deep.equal(['ready', '117']);
    const two = await make('members-stock members-joined', data);
    expect(visibleText(two)).to.match(/«\smembers-stock members-joined\s» n’existe pas/);
  });

  it('says that a period is none', async () => {
    const element = await make('members-stock', { observations: [] }, 'period="2024-13"');
    expect(visibleText(element)).to.match(/«\s2024-13\s» n’est pas une période/);
    const compared = await make('members-stock', { observations: [] }, 'compare="hier"');
    expect(visibleText(compared)).to.match(/«\shier\s» n’est pas une période/);
    const none = await make(
      'members-stock',
      { observations: [observed('members-stock', { value: 117 })] },
      'compare="none"',
    );
    expect(none.state).to.equal('ready');
  });

  it('follows a change of indicator', async () => {
    const element = await make('members-joined', {
      observations: [
        observed('members-joined', { value: 9 }),
        observed('school-pupils', { value: 1500, op: '~', unit: 'people' }),
      ],
    });
    element.indicator = 'school-pupils';
    await element.updateComplete;
    for (let turns = 0; turns < 4000 && !visibleText(element).includes('1\u202f500'); turns++) {
      await new Promise((r) => setTimeout(r, 5));
    }
    expect(visibleText(element)).to.contain('env. 1\u202f500').and.to.contain('approx.');
  });

  it('waits for the measures of another indicator, and computes none meanwhile', async () => {
    const written = (indicator: string, value: number) => ({
      format: 'ess-measures/1',
      hashes: {},
      indicators: {
        [indicator]: {
          label: { fr: indicator },
          definition: { fr: '…' },
          kind: 'flow',
          unit: 'members',
          dimensions: [],
        },
      },
      measures: [
        {
          indicator,
          period: '2024',
          quantity: { value, op: '=', unit: 'members' },
          basis: 'published',
          population: null,
          missing: null,
          sources: [],
          notes: [],
        },
      ],
    });
    const { json } = datasetFile(
      {},
      { measures: 'all.json', excerpts: { 'joined.json': ['members-joined'], 'left.json': ['members-left'] } },
    );
    useFiles({
      'data.json': { json },
      'joined.json': { json: written('members-joined', 9) },
      'left.json': { json: written('members-left', 6), after: 50 },
    });
    const element = await fixture<EssIndicator>(
      html`<ess-indicator src="data.json" indicator="members-joined"></ess-indicator>`,
    );
    await settle(element);
    element.indicator = 'members-left';
    await element.updateComplete;
    // Nothing in these data could be counted: computed, it would be "Pas de donnée".
    expect(element.state).to.equal('loading');
    await settle(element);
    expect([element.state, element.shadowRoot?.querySelector('.value')?.textContent]).to.deep.equal(['ready', '6']);
  });

  it('is a row of a phone on screen alone: on paper Firefox loses a grid in a container that a page may divide', async () => {
    const element = await make('members-stock', { observations: [observed('members-stock', { value: 117 })] });
    element.style.inlineSize = '20rem';
    const frame = element.renderRoot.querySelector('.frame')!;
    expect(getComputedStyle(frame).display).to.equal('grid');
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(frame).display).to.equal('block');
    await emulateMedia({ media: 'screen' });
  });
});
