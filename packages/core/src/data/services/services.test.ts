import { describe, expect, it } from 'vitest';
import { resolveText } from '../../model/index.ts';
import { readAddress } from '../address.ts';
import { ServicesFile, shipped } from './schema.ts';
import table from './services.json' with { type: 'json' };
import type { ReadingHost } from './services.ts';
import { SENTENCES, SERVICES } from './table.ts';

const { sentences, services } = ServicesFile.parse(table);
const HOSTS: readonly ReadingHost[] = ['page', 'wordpress', 'spip', 'cli'];
const EXAMPLES = services.flatMap((service) =>
  service.examples.map(([pasted, asked]) => [service.id, pasted, asked, service] as const),
);

describe('the table of services', () => {
  it('is what pages get, without what is only said of a service', () => {
    expect(SENTENCES).toEqual(sentences);
    expect(SERVICES).toEqual(services.map(shipped));
    expect(JSON.stringify(SERVICES)).not.toMatch(/"(?:examples|seen|note|redirects)":/);
  });

  it('names each service once', () => {
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it.each(EXAMPLES)('%s: %s is asked at %s', (service, pasted, asked, { format, kind, hosts, probe }) => {
    const { remedy, src, also = [], ...rest } = readAddress(pasted) ?? {};
    expect(src === undefined ? null : [src, ...also]).toEqual(typeof asked === 'string' ? [asked] : asked);
    const declared = {
      ...(format && { format }),
      ...(kind && { kind }),
      ...(hosts && { hosts }),
      ...(probe && { probe }),
    };
    expect(rest).toEqual(asked === null ? { service } : { service, ...declared });
    expect(remedy?.fr).toBeTruthy();
  });

  it.each(EXAMPLES.flatMap(([, , asked]) => asked ?? []))('%s stands for itself', (asked) => {
    const again = readAddress(asked);
    expect(again === null ? asked : again.src).toBe(asked);
  });

  it.each(HOSTS)('says what to do in whole sentences of plain words (%s)', (host) => {
    for (const [, pasted, , { name, button }] of EXAMPLES) {
      const remedy = readAddress(pasted, host)?.remedy ?? { fr: '' };
      const [fr, en] = [remedy.fr, resolveText(remedy, 'en').text];
      expect(fr, pasted).toContain(button.fr);
      expect(en, pasted).toContain(button.en);
      for (const [text, named] of [
        [fr, name.fr],
        [en, resolveText(name, 'en').text],
      ] as const)
        expect(text.replace(named, 'Nom'), pasted).toMatch(/^\p{Lu}.*\.$/u);
      expect(fr.replace(/«\u202f\/[^»]*»/g, ''), pasted).not.toMatch(/[^\u202f][:;?!»](?!\/)|«[^\u202f]|'|\.\./);
      if (host !== 'cli') expect(`${fr} ${en}`).not.toMatch(/ess-widgets|\bsrc=|\bdata-|format=|command|snapshot/);
    }
  });

  it('speaks of the host that one is in', () => {
    const [calendar] = services.find(({ id }) => id === 'google-calendar')?.examples[0] ?? [];
    const said = HOSTS.map((host) => readAddress(calendar ?? '', host)?.remedy?.fr ?? '');
    expect(new Set(said).size).toBe(HOSTS.length);
    expect(said[0]).toContain('à côté de la page');
    expect(said[1]).toContain('réglages');
  });
});
