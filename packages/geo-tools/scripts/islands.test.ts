import { readFileSync } from 'node:fs';
import { type Basemap, isAtSea, isSwapped, parseBasemap, parseCommunes } from '@ess-widgets/core/geo';
import { describe, expect, it } from 'vitest';
import { readCommunes } from './communes.ts';
import { settlements } from './packages.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const brittany = parseBasemap(read('bretagne/data/basemap.json'));
const france = parseBasemap(read('elements/src/world/france.json'));
const table = parseCommunes(read('bretagne/data/communes.json'));

const french = [...readCommunes().byInsee.values()];
const drowned = (ground: Basemap, places: readonly { name: string; position: { lon: number; lat: number } | null }[]) =>
  places.filter(({ position }) => position !== null && isAtSea(ground, position)).map(({ name }) => name);

describe('the coast of Brittany', () => {
  it('leaves no commune of the table in the sea', () => {
    expect(table.communes.filter(({ position }) => position !== null).length).toBeGreaterThan(900);
    expect(drowned(brittany, table.communes)).toEqual([]);
  });

  it('leaves no commune of its neighbours in the sea', () => {
    expect(drowned(brittany, french)).toEqual([]);
  });

  it('is three times better at every commune than it says', () => {
    expect(drowned({ ...brittany, coastWithin: 2 }, french)).toEqual([]);
  });

  it('needs its islets for that', () => {
    const { islets: _, ...bare } = brittany;
    expect(drowned(bare, table.communes)).toEqual(['Groix']);
  });

  it.each([
    ['the lighthouse of Pen Men, on Groix', -3.509, 47.648],
    ['the northern end of Bréhat', -2.987, 48.873],
    ['Créac’h, on Ouessant', -5.129, 48.459],
    ['Quéménès, off Molène', -4.896, 48.373],
    ['Penfret, of the Glénan', -3.953, 47.722],
    ['the southern end of Belle-Île', -3.08, 47.3],
    ['the Sept-Îles', -3.489, 48.879],
    ['the tip of Quiberon', -3.1, 47.466],
    ['the Grande Île of Chausey', -1.823, 48.871],
    ['Mont-Saint-Michel', -1.511, 48.636],
  ])('has land at %s', (_, lon, lat) => {
    expect(isAtSea(brittany, { lon, lat })).toBe(false);
  });

  it.each([
    ['the Iroise', -5.5, 48.1],
    ['the Gulf of Gascony', -5.5, 47.5],
    ['the Gulf of Gascony, off the Loire', -3, 46.7],
    ['the bay of Saint-Brieuc', -2.65, 48.72],
    ['the Channel', -3.5, 49.3],
    ['the Channel, off the Cotentin', -1.2, 49.8],
  ])('has none in %s', (_, lon, lat) => {
    expect(isAtSea(brittany, { lon, lat })).toBe(true);
  });

  it.each([
    ['London', -0.13, 51.5],
    ['the Azores', -25.7, 37.7],
    ['Paris', 2.35, 48.86],
  ])('knows nothing of %s', (_, lon, lat) => {
    expect(isAtSea(brittany, { lon, lat })).toBe(false);
  });
});

describe('the islets of Brittany', () => {
  const names = (brittany.islets ?? []).map(({ name }) => name);

  it('are the communes that the outlines leave out, and two islands that are none', () => {
    const communes = names.filter((name) => table.communes.some((commune) => commune.name === name));
    expect(communes).toEqual([
      'Île-de-Bréhat',
      'Île-de-Batz',
      'Île-de-Sein',
      'Île-Molène',
      'Groix',
      'Hœdic',
      'Île-d’Houat',
      'Île-aux-Moines',
      'Île-d’Arz',
    ]);
    expect(names.filter((name) => !communes.includes(name))).toEqual(['Glénan', 'Chausey']);
  });

  it('are of the region but for Chausey', () => {
    expect((brittany.islets ?? []).filter(({ beyond }) => beyond).map(({ name }) => name)).toEqual(['Chausey']);
  });
});

describe('the coarse coast of France', () => {
  it('leaves no commune in the sea', () => {
    expect(drowned(france, french)).toEqual([]);
  });

  it('leaves no town of its neighbours there, with the islands that its source lacks', () => {
    const towns = settlements((country) => country !== 'FR').map(({ name, lon, lat }) => ({
      name,
      position: { lon, lat },
    }));
    expect(drowned(france, towns)).toEqual([]);
    const { islets, ...bare } = france;
    expect(drowned(bare, towns).sort()).toEqual(['Helgoland', 'Hugh Town', 'Lampedusa', 'Stromboli', 'Ustica']);
    expect(islets?.every(({ beyond }) => beyond)).toBe(true);
  });

  it('takes no town overseas for one whose latitude and longitude are the wrong way round', () => {
    const overseas = settlements((country) => 'GP MQ GF RE YT PM BL MF NC PF WF'.split(' ').includes(country));
    expect(overseas.length).toBeGreaterThan(150);
    expect(overseas.filter((town) => isSwapped(france, town)).map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['the Gulf of Gascony', -5.5, 46.5],
    ['the Mediterranean', 5.5, 42.3],
  ])('has no land in %s', (_, lon, lat) => {
    expect(isAtSea(france, { lon, lat })).toBe(true);
  });
});
