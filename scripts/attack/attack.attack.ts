/** The attack: run it with `npm run attack`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strain } from './bounds.ts';
import { HOSTILE_FILES } from './bounds-files.ts';
import { strike } from './fault-runs.ts';
import { FAULTS } from './faults.ts';
import { casesOf, FUZZED, fuzz, growth } from './fuzz.ts';
import { connections, crowd, day, losses, moves, TAGS } from './leaks.ts';
import { options } from './options.ts';
import {
  type Attack,
  attackAddress,
  attackAttributes,
  attackBlocks,
  attackCsv,
  attackData,
  attackManifests,
  attackNames,
  attackPage,
  attackTypes,
  attackUnder,
  provesItself,
} from './payload-runs.ts';
import { isPayloadClass, payloads } from './payloads.ts';
import { POLICIES } from './policies.ts';
import { openStand, type Stand } from './stand.ts';
import { Tally } from './tally.ts';

const { isQuick, seed, only } = options;
const tally = new Tally(seed);
const places = new Set<string>();
let stand: Stand;
const attack = (): Attack => ({ stand, tally, seed, places });

/** Whether a part is asked for: all are, where none is named. */
const isAsked = (...names: readonly string[]): boolean =>
  only === undefined || names.includes(only) || (names.includes('payloads') && isPayloadClass(only));
const className = only !== undefined && isPayloadClass(only) ? only : undefined;
const rounds = (quick: number, all: number): readonly number[] =>
  Array.from({ length: isQuick ? quick : all }, (_none, at) => at);

beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  await stand?.close();
  const counts = {
    payloads: payloads('').length,
    places: places.size,
    faults: FAULTS.length,
    files: HOSTILE_FILES.length,
    fuzz: FUZZED.reduce((sum, each) => sum + casesOf(each, isQuick), 0),
  };
  tally.write(counts);
  console.log(`\n${tally.table()}\n\nseed ${seed}`);
  console.log(
    `attack: ${counts.payloads} payloads × ${counts.places} places, ${counts.faults} faults, ${counts.files} costly files, ${counts.fuzz} fuzz cases: ${tally.broken.length} broken`,
  );
});

describe('the detectors', () => {
  it('see every mistake of a page that makes all of them', async () => {
    expect(await provesItself(attack())).toEqual([]);
  });
});

if (isAsked('data', 'payloads')) {
  describe('hostile texts in the data', () => {
    it.each(rounds(1, 12))('do nothing, round %i', async (round) => {
      expect(await attackData(attack(), className, round + seed, isQuick ? 120 : 600)).toEqual([]);
    });
    it('are no names of objects', async () => {
      expect(await attackNames(attack())).toEqual([]);
    });
  });
}
if (isAsked('trusted', 'payloads')) {
  describe('data that were declared good', () => {
    it.each(rounds(1, 6))('do nothing where their texts are hostile, round %i', async (round) => {
      expect(await attackData(attack(), className, round + seed, isQuick ? 120 : 600, true)).toEqual([]);
    });
    it.each(rounds(1, 6))('show words where their types are wrong, round %i', async (round) => {
      expect(await attackTypes(attack(), round)).toEqual([]);
    });
  });
}
if (isAsked('page', 'payloads')) {
  describe('names in the text of a page', () => {
    it.each([
      '<script type="module" src="/ess/ess.js" data-src="/data/manifest.json"></script>',
      '<script src="/ess/ess.classic.js" defer data-src="/data/manifest.json"></script>',
      '<script src="/ess/ess.classic.js" async data-src="/data/manifest.json"></script>',
    ])('take nothing from %s', async (tag) => {
      expect(await attackPage(attack(), tag)).toEqual([]);
    });
  });
}
if (isAsked('csv', 'payloads')) {
  describe('hostile cells of a list', () => {
    it.each(rounds(1, 12))('do nothing, round %i', async (round) => {
      expect(await attackCsv(attack(), className, round + seed)).toEqual([]);
    });
  });
}
if (isAsked('manifests')) {
  it('hostile addresses of files ask nobody and end in words', async () => {
    expect(await attackManifests(attack(), className, isQuick ? 9 : 198)).toEqual([]);
  });
}
if (isAsked('address', 'payloads')) {
  it.each(rounds(1, 24))('hostile parameters of the page’s address do nothing, round %i', async (round) => {
    expect(await attackAddress(attack(), className, round + seed)).toEqual([]);
  });
}
if (isAsked('attributes', 'payloads')) {
  it.each(rounds(1, 6))('hostile attributes do nothing, round %i', async (round) => {
    expect(await attackAttributes(attack(), className, round + seed)).toEqual([]);
  });
}
if (isAsked('policies')) {
  describe('hostile texts do nothing on a page with', () => {
    it.each(POLICIES.map((policy, at) => ({ policy, at, name: policy.name })))('$name', async ({ policy, at }) => {
      expect(await attackUnder(attack(), policy, at + seed)).toEqual([]);
    });
  });
}
if (isAsked('blocks')) {
  it('a block brings no attribute that is not documented', async () => {
    expect(await attackBlocks(attack(), className)).toEqual([]);
  });
}

/** One at a time is slow: most of a fault is waiting. */
const struck = FAULTS.filter(({ id, group }) => isAsked('faults', id, group));
/** The short form takes every seventh visit, of either kind: from one seed to the next, all of them have their turn. */
const VISITS = struck
  .flatMap((fault) => [false, true].map((hasCopy) => ({ fault, hasCopy })))
  .filter((_visit, at) => !isQuick || (at + seed) % 7 === 0)
  .map(({ fault, hasCopy }) => ({
    fault,
    hasCopy,
    name: `${fault.id}, ${hasCopy ? 'with a kept copy' : 'on a first visit'}`,
  }));
if (VISITS.length > 0) {
  describe('no fault leaves a widget blank or dead', () => {
    it.concurrent.each(VISITS)('$name', async ({ fault, hasCopy }) => {
      expect(await strike(attack(), fault, hasCopy)).toEqual([]);
    });
  });
}

for (const fuzzed of FUZZED) {
  if (isAsked('fuzz', `fuzz-${fuzzed.id}`)) {
    it(`random files of ${fuzzed.id} throw nothing but an EssError`, async () => {
      expect(await fuzz(attack(), fuzzed, casesOf(fuzzed, isQuick))).toEqual([]);
    });
  }
  if (isAsked('fuzz', `long-${fuzzed.id}`)) {
    it(`the time of ${fuzzed.id} grows with the length of a cell`, async () => {
      expect(await growth(attack(), fuzzed, isQuick)).toEqual([]);
    });
  }
}

/** Each is read in a process of its own; the short form takes every fourth, in turn. */
const COSTLY = HOSTILE_FILES.filter(({ reader }) => isAsked('bounds', `bounds-${reader}`)).filter(
  (_file, at) => !isQuick || (at + seed) % 4 === 0,
);
if (COSTLY.length > 0) {
  describe('a file of 64 kB costs its reader about a second and 200 MB at most', () => {
    it.concurrent.each(COSTLY)('$reader: $kind', async (file) => {
      expect(await strain(tally, file)).toEqual([]);
    });
  });
}

const LEAKS: readonly (readonly [kind: string, run: (attack: Attack) => Promise<readonly string[]>])[] = [
  ...TAGS.map((tag) => [`connections-${tag}`, (on: Attack) => connections(on, tag, isQuick ? 20 : 1_000)] as const),
  ['moves', (on) => moves(on, isQuick ? 10 : 40)],
  ['losses', (on) => losses(on, isQuick ? 3 : 25)],
  ['day', (on) => day(on, isQuick ? 2 : 24)],
  ['crowd', (on) => crowd(on, isQuick ? 40 : 200)],
];
/** The short form takes every third, in turn. */
const leaking = LEAKS.filter(([kind], at) => isAsked('leaks', kind) && (!isQuick || (at + seed) % 3 === 0));
if (leaking.length > 0) {
  describe('nothing is left behind', () => {
    it.each(leaking)('%s', async (_kind, run) => {
      expect(await run(attack())).toEqual([]);
    });
  });
}
