/** Titles of charts that are shown outside their report. */
import { expect } from '@open-wc/testing';
import '../../ess-breakdown/define.ts';
import type { EssBreakdown } from '../../ess-breakdown/ess-breakdown.ts';
import {
  appears,
  datasetFile,
  openShare,
  settle,
  take,
  useFiles,
  waitUntil,
  watchDownloads,
} from '../../testing/testing.ts';
import { pageDefaults } from '../defaults.ts';
import { setPageClient } from '../page.ts';

const members = ['c1', 'c2'].map((college, at) => ({
  id: college,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period: '2024',
  dimensions: { college },
  quantity: { value: at + 3, op: '=', unit: 'members' },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
}));

/** A chart in the shadow of another element, its card open. */
async function chartIn(tag: string, heading: string, level = '3'): Promise<EssBreakdown> {
  useFiles({ 'data.json': datasetFile({ observations: members }) });
  const host = document.createElement(tag);
  const element = document.createElement('ess-breakdown');
  Object.assign(element, { src: 'data.json', evidence: 'full', indicator: 'members-stock', by: 'college' });
  element.setAttribute('heading', heading);
  element.setAttribute('heading-level', level);
  host.attachShadow({ mode: 'open' }).append(element);
  document.body.append(host);
  await settle(element);
  element.renderRoot.querySelector<HTMLElement>('button.badge')?.click();
  await appears(element, '.card');
  return element;
}

async function pictureTitle(element: EssBreakdown): Promise<string | null | undefined> {
  const { files, stop } = watchDownloads();
  await take(element, 'SVG');
  await waitUntil(() => files.length > 0);
  stop();
  const svg = new DOMParser().parseFromString((await files[0]?.blob.text()) ?? '', 'image/svg+xml');
  return svg.querySelector('title')?.textContent;
}

async function embedHeading(element: EssBreakdown): Promise<string | undefined> {
  const { hash } = (await openShare(element, 'embed')).querySelector('a') as HTMLAnchorElement;
  return new URLSearchParams(hash.slice(1)).get('heading') ?? undefined;
}

describe('the heading of a chart that leaves its page', () => {
  before(() => void Object.assign(pageDefaults, { loader: 'https://a.example/ess/ess.js' }));
  after(() => void Object.assign(pageDefaults, { loader: undefined }));
  afterEach(() => {
    setPageClient(undefined);
    for (const host of document.body.querySelectorAll('ess-report, x-page')) host.remove();
  });

  it('says in a picture and in the Atelier what the section of a report says on the page', async () => {
    const element = await chartIn('ess-report', 'Par collège');
    expect(await pictureTitle(element)).to.match(/^Adhérents\s– Par collège$/);
    expect(await embedHeading(element)).to.match(/^Adhérents\s– Par collège$/);
  });

  it('is the title of the message that stands above the chart, word for word', async () => {
    const element = await chartIn('ess-report', 'Une année de plus', 'none');
    expect(await pictureTitle(element)).to.equal('Une année de plus');
    expect(await embedHeading(element)).to.equal('Une année de plus');
  });

  it('stays as its author wrote it where it says that already, and on other pages', async () => {
    const said = await chartIn('ess-report', 'Les adhérents par collège');
    expect(await pictureTitle(said)).to.equal('Les adhérents par collège');
    const own = await chartIn('x-page', 'Qui sommes-nous ?');
    expect(await pictureTitle(own)).to.equal('Qui sommes-nous ?');
    expect(await embedHeading(own)).to.equal('Qui sommes-nous ?');
  });
});
