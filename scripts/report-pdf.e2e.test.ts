/** The report of the site on paper, as `npm run report:pdf` writes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from '../packages/elements/e2e/support/host.ts';
import { useSite } from '../packages/elements/e2e/support/site.ts';
import { main } from './report-pdf/main.ts';
import { type Pdf, readPdf } from './report-pdf/pdf.ts';
import { filled, MARGINS } from './report-pdf/pdf-layout.ts';
import { bare, textOf } from './report-pdf/pdf-text.ts';
import { type PrintedReport, printReport } from './report-pdf/print.ts';

const ADDRESS = 'https://rapport.example.org/2024/';
const site = useSite();

describe('the report on paper', () => {
  let printed: PrintedReport;
  let pdf: Pdf;
  beforeAll(async () => {
    printed = await printReport(site.browser, { url: new URL('rapport/', site.url).href, address: ADDRESS });
    pdf = readPdf(printed.pdf);
  }, 60_000);

  it('is an A4 document of fewer pages than the printed report has', () => {
    expect(pdf.pages.length).toBe(printed.pages);
    expect(printed.pages).toBeGreaterThan(30);
    expect(printed.pages).toBeLessThan(56);
    for (const page of pdf.pages) expect(pdf.object(page)).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });

  /**
   * Returns the text of a page after its footer, which it checks: page number, number of pages, report and date of the
   * data.
   */
  const says = (page: number): string => {
    const foot = bare(`${page} / ${printed.pages} Rapport d’activité 2024 – Cress Bretagne – données du 5 mars 2025`);
    const said = textOf(pdf, page);
    expect(said.slice(0, foot.length)).toBe(foot);
    return said.slice(foot.length);
  };

  it('opens with its title, who publishes it and the date of its data, then the figures of its opening', () => {
    const said = says(1);
    expect(said).toContain(bare('Rapport d’activité 2024 Cress Bretagne Données du 5 mars 2025'));
    expect(said).toMatch(/Adhérents117.*ÉvénementsduMoisdel’ESS330/);
  });

  it('tells the year in its messages after the cover, with where their figures come from', () => {
    const said = says(2);
    expect(said).toContain(bare('L’année en quelques messages'));
    expect(said).toMatch(/117adhérents:troisièmeannéedehausse.*Sourcesdeschiffres:Rapportd’activité2024,I\.1\.a,p\.4/);
    expect(said).toContain(bare('Lire la section III.1.e'));
  });

  it('says in its contents on which page each section is, and there it is', () => {
    const said = says(3);
    expect(said).toContain(bare('Sommaire I Mouvement 4 I.1 Rassembler et animer le réseau de l’ESS 4'));
    expect(printed.contents.size).toBe(68);
    let from = 0;
    for (const [id, page] of printed.contents) {
      const entry = new RegExp(`${id.replaceAll('.', '\\.')}(\\p{L}.*?)${page}(?=[IV]|$)`, 'u').exec(said.slice(from));
      expect(entry, id).not.toBeNull();
      from += (entry?.index ?? 0) + (entry?.[0].length ?? 0) - String(page).length;
      expect(says(page), id).toContain(`${id}${entry?.[1]}`);
    }
  });

  it('leads from each line of its contents to the page that it names', () => {
    const text = printed.pdf.toString('latin1');
    const places = /\/Dests (\d+) 0 R/.exec(text)?.[1];
    const leads = new Map(
      [...pdf.object(Number(places)).matchAll(/\/ess-paper-(\S+) \[(\d+) 0 R/g)].map(([, id, page]) => [
        id,
        pdf.pages.indexOf(Number(page)) + 1,
      ]),
    );
    expect(leads).toEqual(printed.contents);
    const links = [...text.matchAll(/\/Subtype \/Link[^>]*\/Dest \/ess-paper-([\w.]+)/g)].map(([, id]) => id);
    expect(links).toEqual([...printed.contents.keys()]);
  });

  it('has each title once in its outline, with the space after its number', () => {
    const titles = pdf.outline.map(({ title }) => title);
    expect(titles).toContain('II.5.e Égalité');
    for (const id of printed.contents.keys()) {
      const found = titles.filter((title) => title.startsWith(`${id} `));
      expect(found, id).toHaveLength(1);
    }
    expect(titles.filter((title) => /^[IV]+(\.\d(\.[a-z])?)?\p{Lu}\p{Ll}/u.test(title))).toEqual([]);
  });

  it('says where the figures of a text come from', () => {
    const sources = bare('Sources des chiffres : Rapport d’activité 2024, I.1.a, p. 4 (publié, recalculé)');
    expect(says(printed.contents.get('I.1.a') ?? 0)).toContain(sources);
  });

  it('draws its maps, and lists all that they are about under them', () => {
    const page = printed.contents.get('II.5.c') ?? 0;
    expect(says(page) + says(page + 1)).toMatch(
      /Saint-Brieuc.*Territoires:4,dont3surlacarte.*PaysdeVannes.*Ouest-Côtesd’Armornonsitué/,
    );
  });

  it('says what the markers of its maps stand for', () => {
    const onMap = (id: string): string => {
      const page = printed.contents.get(id) ?? 0;
      return says(page) + says(page + 1);
    };
    const hollow = bare('Un repère creux est situé à la commune ou au territoire, pas à l’adresse.');
    expect(onMap('I.4.b')).toContain(bare('Repères regroupés.') + hollow);
    // Two markers of each of these maps have nothing near them.
    expect(onMap('II.5.b')).toContain(hollow);
    expect(onMap('II.5.b')).not.toContain(bare('Repères regroupés.'));
  });

  it('closes with the address of the living report, as text and in a code, and the day of printing', () => {
    expect(says(printed.pages)).toMatch(
      /Lerapportvivanthttps:\/\/rapport\.example\.org\/2024\/Chaque.*Impriméle\d+(er)?\p{L}+20\d\d\./u,
    );
    const name = [...`Code QR\u202f: ${ADDRESS}`].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'));
    expect(printed.pdf.toString('latin1')).toContain(`/Alt <FEFF${name.join('').toUpperCase()}>`);
  });
});

describe('npm run report:pdf', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-report-'));
  let host: Host;
  beforeAll(async () => {
    host = await openHost({ pages: { '/': pageOf('<p>Rien ici.</p>') } });
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  it('serves the built site itself and writes a section alone; says that its address is nobody else’s', async () => {
    const out = path.join(folder, 'section.pdf');
    const said = await main(['--section', 'II.1', '--out', out]);
    expect(said).toMatch(
      /section\.pdf, [12] pages?, .*\n.*127\.0\.0\.1:\d+\/rapport\/, which nobody else can open: .*--address/s,
    );
    expect(textOf(readPdf(readFileSync(out)), 1)).toContain(
      bare('Animer l’écosystème d’accompagnement Cress Bretagne'),
    );
  });

  it('names what cannot be had', async () => {
    const url = new URL('rapport/complet/', site.url).href;
    await expect(main(['--url', url, '--section', 'X.9'])).rejects.toThrow(
      /« X\.9 » n’est pas dans ce rapport.*I, II, III, IV/,
    );
    await expect(main(['--url', host.url])).rejects.toThrow(`${host.url} has no <ess-report>`);
    await expect(main(['--url', `${host.url}nowhere/`])).rejects.toThrow(/answers 404/);
    await expect(main(['--url', 'rapport'])).rejects.toThrow('--url is "rapport"');
    await expect(main(['--output', 'x'])).rejects.toThrow("Unknown option '--output'");
    expect(await main(['--help'])).toContain('Usage: npm run report:pdf');
  });

  it('says that nothing answers at an address', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await new Promise((resolve) => server.close(resolve));
    await expect(main(['--url', `http://127.0.0.1:${port}/`])).rejects.toThrow(
      /cannot be opened: .*ERR_CONNECTION_REFUSED/,
    );
  });
});

describe('the report on paper in another language', () => {
  it.each([
    ['en', 'Contents'],
    ['br', 'Taolenn'],
  ])(
    'has no page that is mostly blank, the first and the last neither (%s)',
    async (lang, contents) => {
      const body = pageOf('<ess-report></ess-report>', LOADER).replace('lang="fr"', `lang="${lang}"`);
      const host = await openHost({ pages: { '/': body } });
      const { pdf: file } = await printReport(site.browser, { url: host.url, address: ADDRESS });
      await host.close();
      const pdf = readPdf(file);
      const blank = filled(pdf, MARGINS).flatMap((share, at) =>
        share < 0.5 ? [`page ${at + 1}: ${share.toFixed(2)}`] : [],
      );
      expect(blank).toEqual([]);
      // The figures of the opening stand on the cover, all of them, and the messages on one page.
      expect(textOf(pdf, 3)).toContain(contents);
    },
    120_000,
  );
});
