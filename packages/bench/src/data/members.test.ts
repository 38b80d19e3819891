import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { essDataset } from '@ess-widgets/core/data';
import { afterAll, describe, expect, it } from 'vitest';
import { frenchCommunes } from './communes.ts';
import { writeBars, writeEvents, writeMembers } from './folders.ts';
import { makeMembers } from './members.ts';

const communes = frenchCommunes();
const folder = mkdtempSync(path.join(os.tmpdir(), 'ess-members-'));
afterAll(() => rmSync(folder, { recursive: true }));

const json = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

/** Reads a folder as a page does. */
const load = (need: readonly ('organisations' | 'memberships' | 'colleges' | 'events' | 'series')[]) =>
  essDataset.load(
    { src: 'https://mesure.example/manifest.json', need },
    {
      signal: new AbortController().signal,
      fetch: async (url) => new Response(readFileSync(path.join(folder, path.basename(String(url))))),
    },
  );

describe('generated members', () => {
  it('live where people do', () => {
    const members = makeMembers(20_000, communes);
    const population = communes.reduce((sum, each) => sum + each.population, 0);
    const paris = communes.find(({ insee }) => insee === '75056');
    const share = members.filter(({ insee }) => insee === '75056').length / members.length;
    expect(share).toBeCloseTo((paris?.population ?? 0) / population, 2);
    expect(new Set(members.map(({ insee }) => insee)).size).toBeGreaterThan(4000);
  });

  it('are the same for the same count, and lie in mainland France', () => {
    const members = makeMembers(500, communes);
    expect(makeMembers(500, communes)).toEqual(members);
    const outside = members.filter(({ lon, lat }) => lon < -5.5 || lon > 10 || lat < 41 || lat > 51.5);
    expect(outside).toEqual([]);
  });

  it('need somewhere to live', () => {
    expect(() => makeMembers(1, [])).toThrow('inhabitants');
  });

  it('are the same in our format and in the array of the peers, and our format is valid', async () => {
    const members = makeMembers(50, communes);
    writeMembers(folder, members, 'basemap.json');
    const { dataset, issues } = await load(['organisations', 'memberships', 'colleges']);
    expect(issues).toEqual([]);
    const ours = dataset.collections.organisations?.map(({ name, position }) => [name, position?.lon]);
    const theirs = json('points.json').map((each: { name: string; lon: number }) => [each.name, each.lon]);
    expect(ours).toEqual(theirs);
    expect(dataset.collections.memberships).toHaveLength(50);
    expect(dataset.manifest.basemap).toBe('basemap.json');
  });
});

describe('generated events', () => {
  it('are held before today, and a few are to come', async () => {
    writeEvents(folder, 24, new Date('2026-11-25T12:00:00Z'));
    const { dataset, issues } = await load(['events', 'series']);
    expect(issues).toEqual([]);
    const events = dataset.collections.events ?? [];
    expect(events.filter(({ status }) => status === 'held')).toHaveLength(24);
    for (const { status, date } of events) expect(status === 'held').toBe(String(date) < '2026-11-25');
    expect(json('list.json')).toHaveLength(events.length);
  });
});

it('bars are written as they are', () => {
  writeBars(folder, [{ label: 'Associations', value: 59 }]);
  expect(json('bars.json')).toEqual([{ label: 'Associations', value: 59 }]);
});
