/**
 * Mistakes of a page's author in attributes are reported in the widget and in the console, by every element that has
 * attributes.
 */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { EssElement } from '../base/element.ts';
import type { EssErrorEvent } from '../base/events.ts';
import { warnIgnoredAttributes } from '../base/ignored-attributes.ts';
import { setPageClient } from '../base/page.ts';
import { EssMemberList } from '../ess-member-list/ess-member-list.ts';
import { registry } from '../loader/registry.ts';
import { settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import { cases, workingData, workingReport } from './cases.ts';

/** It shows what can be chosen, whatever was. */
const PICKER = 'ess-territory-picker';
const tags = Object.keys(cases).filter((tag) => tag !== PICKER);
/** Tags of the elements that filter by pairs; the blocks of a report have pairs of their own. */
const filtered = tags.filter((tag) => tag !== 'ess-report');
const TABLE = '<ess-table src="data.json" collection="memberships"></ess-table>';

/** The words of an element, its spaces those of a keyboard. */
const words = (element: Element): string => visibleText(element).replace(/[\u00a0\u202f]/g, ' ');

/** A `markup` with more attributes. */
const withAttributes = (markup: string, more: string): string => markup.replace(' src=', ` ${more} src=`);

async function mistaken(markup: string): Promise<{ element: EssElement; message: string }> {
  useFiles({ 'data.json': workingData(), 'report.json': workingReport, 'notes.txt': { text: 'notes' } });
  const host = await fixture(html`<div></div>`);
  const heard = oneEvent<EssErrorEvent>(host, 'ess-error');
  host.innerHTML = markup;
  const { code, error } = await heard;
  expect(code).to.equal('config');
  const element = host.querySelector<EssElement>('[src]')!;
  await settle(element, 'error');
  return { element, message: error.message.replace(/[\u00a0\u202f]/g, ' ') };
}

describe('an attribute with a mistake', () => {
  before(async () => {
    document.documentElement.lang = 'fr';
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  afterEach(() => setPageClient(undefined));

  for (const tag of tags) {
    it(`is said by <${tag}>: a territory that does not exist`, async () => {
      const { element, message } = await mistaken(withAttributes(cases[tag] ?? '', 'territory="departement-99"'));
      const said = '« departement-99 » n’est pas un territoire de ces données. Territoires possibles : departement-29.';
      expect(words(element)).to.contain(said);
      expect(message).to.equal(`<${tag}>: ${said}`);
    });
  }

  for (const [tag, name] of [
    ['ess-indicator', 'indicator'],
    ['ess-breakdown', 'indicator'],
    ['ess-trend', 'indicator'],
    ['ess-table', 'collection'],
    ['ess-timeline', 'collections'],
  ] as const) {
    it(`is said by <${tag}> as a block writes it too: one that is missing`, async () => {
      const { element } = await mistaken(`<${tag} src="data.json"></${tag}>`);
      expect(words(element)).to.match(new RegExp(`« ${name} ».*« data-ess-${name} » dans un bloc « data-ess »`));
    });
  }

  for (const markup of [...filtered.map((tag) => cases[tag] ?? ''), TABLE]) {
    it(`is said by ${markup}: a filter without "="`, async () => {
      const { element } = await mistaken(withAttributes(markup, 'where="college:associations"'));
      expect(words(element)).to.contain('« college:associations » n’est pas un filtre');
    });

    it(`is said by ${markup}: a filter that means nothing to it`, async () => {
      const { element } = await mistaken(withAttributes(markup, 'where="collège=associations"'));
      expect(words(element)).to.contain('« collège » ne filtre pas ce widget. Filtres possibles : ');
    });
  }

  for (const [tag, attributes, said] of [
    ['ess-indicator', 'where="college=asociations"', '« asociations » n’est pas une valeur de « college »'],
    [
      'ess-member-list',
      'where="college=associations; college=cooperatives"',
      '« college » est deux fois dans « where »',
    ],
    ['ess-indicator', 'where="college=associations college=cooperatives"', '« college » est deux fois dans « where »'],
    [
      'ess-member-map',
      'layers="events" where="college=associations"',
      '« college » ne filtre pas les événements. Filtres possibles : ',
    ],
    ['ess-member-map', 'layers="members events" where="theme=mer"', '« theme » ne filtre pas les adhésions.'],
    ['ess-event-agenda', 'where="college=associations"', '« college » ne filtre pas les événements.'],
    ['ess-timeline', 'where="network=reseau"', '« network » ne filtre pas les événements.'],
    ['ess-member-map', 'where="college=asociations"', 'Valeurs possibles : cooperatives, associations.'],
    ['ess-member-list', 'where="departement=departement-1"', '« departement-1 » n’est pas une valeur'],
    [
      'ess-member-map',
      'layers="members foo"',
      '« foo » n’est pas une valeur de « layers ». Valeurs possibles : members, events,',
    ],
    [
      'ess-member-map',
      'view="carte"',
      '« carte » n’est pas une valeur de « view ». Valeurs possibles : map, list, table.',
    ],
    ['ess-member-map', 'layers="events" period="hier"', '« hier » n’est pas une période'],
    ['ess-member-list', 'view="map"', 'Valeurs possibles : list, table.'],
    [
      'ess-breakdown',
      'chart="camembert"',
      '« camembert » n’est pas une valeur de « chart ». Valeurs possibles : auto, bars, share, bridge, dumbbell, dots, grouped, stack.',
    ],
    [
      'ess-table',
      'sort="-nombre"',
      '« nombre » n’est pas une colonne de ces données. Colonnes possibles : label, value',
    ],
    ['ess-report', 'where="collège=associations"', '« collège » ne filtre pas ce widget. Filtres possibles : college,'],
    ['ess-breakdown', 'view="liste"', 'Valeurs possibles : chart, table.'],
    ['ess-trend', 'view="liste"', 'Valeurs possibles : chart, table.'],
    ['ess-event-agenda', 'view="mois"', 'Valeurs possibles : list, month.'],
  ] as const) {
    it(`is said by <${tag}>: ${attributes}`, async () => {
      const { element } = await mistaken(withAttributes(cases[tag] ?? '', attributes));
      expect(words(element)).to.contain(said);
    });
  }

  for (const [tag, part] of [
    ['ess-member-list', 'row'],
    ['ess-event-agenda', 'event'],
  ] as const) {
    it(`is said once by <${tag}>, which goes on with its default, set by an attribute or by a property`, async () => {
      const { element } = await mistaken(withAttributes(cases[tag] ?? '', 'view="tabel"'));
      const said = '« tabel » n’est pas une valeur de « view ».';
      expect(words(element).split(said)).to.have.length(2);
      await waitUntil(() => element.renderRoot.querySelector(`[part~="${part}"]`) !== null);
      element.removeAttribute('view');
      await settle(element, 'ready');
      expect(words(element)).not.to.contain(said);
      Object.assign(element, { view: 'tabel' });
      await settle(element, 'error');
      expect(words(element).split(said)).to.have.length(2);
      expect(element.renderRoot.querySelector(`[part~="${part}"]`)).not.to.equal(null);
    });
  }

  it('of a filter is said before one of a view, and nothing is shown that was not asked for', async () => {
    const wrong = 'view="tabel" where="college=asociations"';
    const { element } = await mistaken(withAttributes(cases['ess-member-list'] ?? '', wrong));
    expect(words(element)).to.contain('« asociations » n’est pas une valeur').and.not.to.contain('Épicerie d’essai');
  });

  /** Returns the mistakes that the console reports while an element is there, once there are so many of them. */
  async function saidOf(markup: string, many: number): Promise<readonly string[]> {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => {
      if (line.includes('(config;')) lines.push(line.replace(/[\u00a0\u202f]/g, ' '));
    };
    try {
      useFiles({ 'data.json': workingData() });
      const host = await fixture<HTMLElement>(html`<div></div>`);
      host.innerHTML = markup;
      const element = host.querySelector<EssElement>('[src]')!;
      await settle(element);
      // Of what is right nothing would ever be heard.
      if (many > 0) await waitUntil(() => lines.length >= many);
      else await warnIgnoredAttributes(element);
      expect(element.state).to.be.oneOf(['ready', 'empty']);
      return lines;
    } finally {
      console.warn = warn;
    }
  }
  const listWith = (attributes: string): string => withAttributes(cases['ess-member-list'] ?? '', attributes);

  it('that changes nothing of what is shown is said in the console alone', async () => {
    const wrong = 'theme="darkk" heading-level="7" refresh="5 minutes" max-age="soon" lang="fr-FR"';
    const said = await saidOf(listWith(wrong), 4);
    expect(said).to.have.length(4);
    expect(said[0]).to.contain(
      '<ess-member-list>: « darkk » n’est pas une valeur de « theme ». Valeurs possibles : light, dark, auto.',
    );
    const language = await saidOf(listWith('lang="xx"'), 1);
    expect(language.join()).to.contain('« xx » n’est pas une valeur de « lang ». Valeurs possibles : fr, br, en.');
    const right = 'theme="auto" heading-level="none" refresh="off" max-age="5m" lang="br-FR"';
    expect(await saidOf(listWith(right), 0)).to.deep.equal([]);
  });

  for (const [tag, attributes, name, known] of [
    ['ess-indicator', 'sign="moins"', 'sign', 'plus, minus'],
    ['ess-indicator', 'theme="sombre"', 'theme', 'light, dark, auto'],
    ['ess-member-map', 'tiles-consent="yes"', 'tiles-consent', 'click, granted'],
    ['ess-event-counter', 'audience="interne"', 'audience', 'public, internal'],
  ] as const) {
    it(`in a value of <${tag}> is said in the console: ${attributes}`, async () => {
      const said = await saidOf(withAttributes(cases[tag] ?? '', attributes), 1);
      expect(said.join()).to.contain(`n’est pas une valeur de « ${name} ». Valeurs possibles : ${known}.`);
    });
  }

  it('in a property is said in the console as that of its attribute, and no other is', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line.replace(/[\u00a0\u202f]/g, ' '));
    try {
      useFiles({ 'data.json': workingData() });
      const element = await fixture<EssElement>(
        html`<ess-indicator src="data.json" indicator="members-stock" .sign=${'plus'} .headingLevel=${8}></ess-indicator>`,
      );
      await settle(element, 'ready');
      await waitUntil(() => lines.length > 0);
      expect(lines.join()).to.contain('« 8 » n’est pas une valeur de « heading-level ».').and.not.to.contain('sign');
    } finally {
      console.warn = warn;
    }
  });

  it('in the name of an attribute is said in the console, with the nearest ones, and no other name of the page is', async () => {
    const said = await saidOf(listWith('vue="table" territoire="departement-29" période="2024"'), 3);
    const list = '<ess-member-list>: L’attribut';
    expect(said.map((line) => line.replace(/^\[ess-widgets\] | \(config;.*$/g, ''))).to.have.members([
      `${list} « territoire » n’existe pas. Les plus proches : territory.`,
      `${list} « période » n’existe pas. Les plus proches : period.`,
      `${list} « vue » n’existe pas. Attributs possibles : ${EssMemberList.observedAttributes.join(', ')}.`,
    ]);
    const others = 'data-id="1" aria-hidden="false" bis_skin_checked="1" x-data="1" role="note" part="a" title="b"';
    const html =
      'tabindex="-1" contenteditable="false" accesskey="k" inputmode="none" itemscope itemprop="c" exportparts="a"';
    expect(await saidOf(listWith(`view="list" ${others} ${html}`), 0)).to.deep.equal([]);
  });

  for (const tag of ['ess-indicator', 'ess-event-counter', 'ess-territory-picker']) {
    it(`in the name of an attribute of <${tag}> is said, whose other attributes nobody looks at`, async () => {
      const said = await saidOf(withAttributes(cases[tag] ?? '', 'période="2023"'), 1);
      expect(said.join()).to.contain(`<${tag}>: L’attribut « période » n’existe pas. Les plus proches : period.`);
    });
  }

  it('in the name of an attribute of a provider is said', async () => {
    const list = '<ess-member-list src="data.json"></ess-member-list>';
    const said = await saidOf(`<ess-provider territoire="departement-29">${list}</ess-provider>`, 1);
    expect(said.join()).to.contain(
      '<ess-provider>: L’attribut « territoire » n’existe pas. Les plus proches : territory.',
    );
  });

  it('in the name of an attribute of an agenda is said too', async () => {
    const said = await saidOf(withAttributes(cases['ess-event-agenda'] ?? '', 'limite="6"'), 1);
    expect(said.join()).to.contain('<ess-event-agenda>: L’attribut « limite » n’existe pas. Les plus proches : limit.');
  });

  for (const [attributes, said] of [
    ['src="ftp://exemple.fr/adherents.csv"', 'mal configuré : src="ftp://exemple.fr/adherents.csv"'],
    ['src="data.json" format="xlsx"', 'mal configuré : format="xlsx" (ess-dataset, csv)'],
    ['src="notes.txt"', 'mal configuré : format="" (ess-dataset, csv)'],
  ] as const) {
    it(`is said where it keeps the data from being read: ${attributes}`, async () => {
      const { element } = await mistaken(`<ess-member-list ${attributes}></ess-member-list>`);
      expect(words(element)).to.contain(said);
    });
  }

  it('in the name of an indicator is said with the nearest ones, where there are some', async () => {
    const of = (id: string) => `<ess-indicator src="data.json" indicator="${id}"></ess-indicator>`;
    const { element } = await mistaken(of('member-stock'));
    expect(words(element)).to.contain('n’existe pas dans le catalogue. Les plus proches : members-stock');
    expect(words((await mistaken(of('zzz'))).element)).to.contain('« zzz » n’existe pas dans le catalogue.');
  });

  it('of a provider is said by what is in it, unless it is meant for another element', async () => {
    const list = '<ess-member-list src="data.json"></ess-member-list>';
    const { element } = await mistaken(`<ess-provider where="colege=associations">${list}</ess-provider>`);
    expect(words(element)).to.contain('« colege » ne filtre pas ce widget');
    useFiles({ 'data.json': workingData() });
    const provider = await fixture<HTMLElement>(html`<ess-provider where="theme=mer" territory="departement-29">
      <ess-member-list src="data.json"></ess-member-list>
    </ess-provider>`);
    const inside = provider.querySelector<EssElement>('ess-member-list')!;
    await settle(inside, 'ready');
    await Promise.all([import('../base/author-check.ts'), import('../base/pair-check.ts')]);
    await inside.updateComplete;
    expect(inside.state).to.equal('ready');
    expect(words(inside)).to.contain('Épicerie d’essai');
  });

  it('goes when it is mended', async () => {
    const { element } = await mistaken(withAttributes(cases['ess-member-list'] ?? '', 'where="college=asociations"'));
    element.setAttribute('where', 'college=associations');
    await settle(element, 'ready');
    expect(words(element)).to.contain('Atelier d’essai').and.not.to.contain('n’est pas');
  });

  it('is none where spaces stand around a right word, those that do not break too', async () => {
    useFiles({ 'data.json': workingData() });
    const element = await fixture<EssElement>(
      html`<ess-event-counter src=" data.json" period="2024\u00a0" territory=" departement-29 " compare="none "></ess-event-counter>`,
    );
    await settle(element);
    expect(element.state).not.to.equal('error');
    expect([element.period, element.territory, element.compare]).to.deep.equal(['2024', 'departement-29', 'none']);
  });

  for (const tag of tags) {
    it(`is none where a framework sets numbers and a URL on <${tag}>`, async () => {
      useFiles({ 'data.json': workingData(), 'report.json': workingReport });
      const host = await fixture(html`<div></div>`);
      host.innerHTML = cases[tag] ?? '';
      const element = host.querySelector<EssElement>('[src]')!;
      const { src } = element;
      Object.assign(element, { src: new URL('data.json', document.baseURI), period: 2024, headingLevel: 2 });
      await settle(element);
      expect(element.state).not.to.equal('error');
      expect([element.period, element.headingLevel]).to.deep.equal(['2024', '2']);
      Object.assign(element, { src, period: null });
      expect([element.src, element.period]).to.deep.equal([src, undefined]);
    });
  }

  // React, Vue, Preact and Svelte set the property of an attribute's name wherever an element has one.
  for (const tag of Object.keys(registry)) {
    it(`is none where a framework sets the properties that the attributes of <${tag}> are named after`, () => {
      const element = document.createElement(tag);
      const { observedAttributes } = element.constructor as typeof EssElement;
      expect(observedAttributes).to.include('theme');
      const named = observedAttributes.filter((name) => name in element);
      for (const name of named) element.setAttribute(name, `a ${name}`);
      const read = named.filter((name) => Reflect.get(element, name) !== `a ${name}`);
      expect(read).to.deep.equal([]);
    });
  }

  it('is none where a framework sets a number and a URL on a provider', async () => {
    useFiles({ 'data.json': workingData() });
    const provider = await fixture<HTMLElement>(html`<ess-provider><ess-member-list></ess-member-list></ess-provider>`);
    Object.assign(provider, { src: new URL('data.json', document.baseURI), period: 2024 });
    const inside = provider.querySelector<EssElement>('ess-member-list')!;
    await settle(inside, 'ready');
    expect(words(inside)).to.contain('Épicerie d’essai');
  });

  it('is none on a map whose records are kept to no period, as a report has it', async () => {
    useFiles({ 'data.json': workingData() });
    const element = await fixture<EssElement>(
      html`<ess-member-map src="data.json" layers="events" period="any" view="list"></ess-member-map>`,
    );
    await settle(element, 'ready');
    await Promise.all([import('../base/author-check.ts'), import('../base/pair-check.ts')]);
    await element.updateComplete;
    expect(element.state).to.equal('ready');
  });

  it('is none where a filter is right and nothing matches it', async () => {
    useFiles({ 'data.json': workingData() });
    const element = await fixture<EssElement>(
      html`<ess-timeline src="data.json" collections="events" where="place=Ailleurs"></ess-timeline>`,
    );
    await settle(element, 'empty');
    expect(words(element)).to.contain('ne correspond');
  });
});
