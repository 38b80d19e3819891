import { describe, expect, it } from 'vitest';
import { territorySheetOf } from '../../directory/index.ts';
import { lightStill } from '../still.ts';
import { shippedDataset } from '../testing/shipped.ts';

const dataset = shippedDataset();
const still = (attributes: Readonly<Record<string, string>>): string | undefined =>
  lightStill(dataset, { tag: 'ess-territory-sheet', attributes, lang: 'fr', today: '2026-01-05' })?.html;
const FINISTERE = 'departement-29';

describe('the still of the sheet of a territory', () => {
  it('names the territory, counts each part and says of which nothing is known', () => {
    const html = still({ territory: FINISTERE }) ?? '';
    const { events, figures, members } = territorySheetOf(dataset, FINISTERE);
    expect(html).toContain('<h3>Finistère</h3><p>Fiche de territoire</p>');
    expect(html).toContain(`<h4>Rendez-vous · ${events.length}</h4>`);
    expect(html).toContain(`<h4>Adhérents · ${members.length}</h4>`);
    expect(figures).toEqual([]);
    expect(html).toContain('<h4>Chiffres publiés</h4><p>Aucun chiffre publié ne porte sur ce seul territoire.</p>');
    expect(html).toMatch(/<p>Source.: Rapport[^<]*II\.5\.e, p\..29.; Rapport/);
  });

  it('has ten lines of a part, and the others behind one control', () => {
    const events = territorySheetOf(dataset, 'region-53').events.length;
    const html = still({ territory: 'region-53', sections: 'events' }) ?? '';
    const [seen = '', folded = ''] = html.split(`<summary>et ${events - 10} autres</summary>`);
    expect(seen.match(/<li/g)).toHaveLength(10);
    expect(folded.match(/<li/g)).toHaveLength(events - 10);
  });

  it('keeps to the parts that are asked for', () => {
    expect(still({ territory: FINISTERE, sections: 'figures' })).toBeUndefined();
    expect(still({ territory: FINISTERE, sections: 'events' })).not.toContain('Projets');
  });

  it('is none before a territory is chosen, and for one that there is not', () => {
    expect(still({})).toBeUndefined();
    expect(still({ territory: 'departement-9999' })).toBeUndefined();
  });
});
