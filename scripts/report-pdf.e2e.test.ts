/** The report of the site on paper, as `npm run report:pdf` writes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost, pageOf } from '../packages/elements/e2e/support/host.ts';
import { useSite } from '../packages/elements/e2e/support/site.ts';
import { main } from './report-pdf/main.ts';
import { type Pdf, readPdf } from './report-pdf/pdf.ts';
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

  const all = (): string => pdf.pages.map((_, at) => textOf(pdf, at + 1)).join('');

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

  it('has the titles of chapters and sections in its outline', () => {
    const titles = pdf.outline.map(({ title }) => bare(title));
    for (const title of ['I Mouvement', 'I.1.a L’espace des réseaux', 'IV.5 Composition de l’équipe'])
      expect(titles.some((each) => each.includes(bare(title)))).toBe(true);
  });

  it('has no navigation, no ring and nothing to press', () => {
    const said = all();
    for (const words of [
      'Chercher',
      'Mon territoire',
      'Aller au texte',
      'Imprimer le rapport',
      'Chapitre suivant',
      'Tout le rapport',
    ])
      expect(said).not.toContain(bare(words));
  });

  it('says where the figures of a text come from', () => {
    const sources = bare('Sources des chiffres : Rapport d’activité 2024, I.1.a, p. 4 (publié, recalculé)');
    expect(all()).toContain(sources);
  });

  it('draws its maps, lists all that they are about under them, and says what their markers stand for', () => {
    const said = all();
    expect(said).toMatch(/Territoires:4,dont3surlacarte.*PaysdeVannes.*Ouest-Côtesd’Armornonsitué/);
    expect(said).toContain(bare('Un repère creux est situé à la commune ou au territoire, pas à l’adresse.'));
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
    const url = new URL('rapport/', site.url).href;
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
