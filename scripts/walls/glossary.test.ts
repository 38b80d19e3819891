import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Names of docs/GLOSSARY.md that were replaced, by the folder or file in which they were declared. */
const REPLACED: Readonly<Record<string, string>> = {
  'packages/core/src/data/client': 'Flights createFlights Said Held Keeping keepingOf Several createSeveral PATIENCE',
  'packages/core/src/data/sources': 'tellOfFile periodMeant valueMeant mend mendReport',
  'packages/core/src/data/sources/table': 'Report',
  'packages/core/src/indicators':
    'once Memory createMemory ledBack LED_BACK knownAt toldIn unsaid roughly covers leaves writtenOtherwise',
  'packages/core/src/checks': 'Told Happening Judged judged planted Report',
  'packages/core/src/checks/shared': 'told',
  'packages/core/src/checks/shared/amounts.ts': 'reach meet show',
  'packages/core/src/model': 'Placer',
  'packages/bench/src': 'PATIENCE',
  'scripts/report-pdf': 'PATIENCE',
  'packages/elements/src/base':
    'OnDemand LazyModule LazyModuleHost lose misses tries tryAgain wearStyles Wearer worn dress sayPassedOver',
  'packages/elements/src/report': 'Steady comingOf tellFault PATIENCE',
  'packages/elements/src/loader': 'PATIENCE lose sayTwice sayStrangers',
  'packages/elements/src/directory/export': 'tellTurn giveGrid giveCsv Given',
  'packages/elements/src/ess-member-map': 'sayMistake PATIENCE',
  'packages/elements/src/ess-event-agenda': 'apartOf',
  'packages/elements/src/base/context.ts': 'whole',
  'packages/elements/src/base/measure-controller.ts': 'beside',
};

function sourcesIn(room: string): readonly string[] {
  if (room.endsWith('.ts')) return [room];
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' });
  const isOurs = (file: string): boolean => file.endsWith('.ts') && !/(?:^|\/)(?:node_modules|dist|cdn)\//.test(file);
  return files.filter(isOurs).map((file) => path.join(room, file));
}

/** Names from metaphors that no file declares: one of these tells nobody what it holds. */
const NOWHERE =
  'Beyond Flights Happening Held LazyModule OnDemand PATIENCE Said Steady Told Wish askedFor fits gather handOn knownAt ledBack tell[A-Z]\\w*Fault tellTaken told[A-Z]\\w* unsaid'.split(
    ' ',
  );
const ROOMS = ['packages', 'scripts', 'stories', 'examples'];

const IMPORT = /^(?:import|export)[^;]*? from '[^']*';$/gm;

/** Returns the declarations of names in a text: of functions, constants, types and readonly fields. */
function declarationsOf(names: readonly string[], text: string): readonly string[] {
  const declaration = new RegExp(
    `\\b(?:function\\*?|const|let|class|interface|type|readonly) (?:${names.join('|')})\\b`,
    'g',
  );
  return text.replace(IMPORT, '').match(declaration) ?? [];
}

/** Returns those of some names that a text exports by a declaration. */
const exportedOf = (names: readonly string[], text: string): readonly string[] =>
  text.match(
    new RegExp(`\\bexport (?:async )?(?:function\\*?|const|let|class|interface|type) (?:${names.join('|')})\\b`, 'g'),
  ) ?? [];

describe('the names that the glossary replaces', () => {
  it('are declared in no file, where they told nobody what they held', () => {
    const sources = ROOMS.flatMap((room) => sourcesIn(path.join(ROOT, room)));
    expect(sources.length).toBeGreaterThan(1000);
    const found = sources.flatMap((file) =>
      exportedOf(NOWHERE, readFileSync(file, 'utf8')).map((text) => `${path.relative(ROOT, file)}: ${text}`),
    );
    expect(found).toEqual([]);
    const text = ['const tellTaken = 1;', 'interface Wish {}', 'const fitsTile = 3;']
      .map((each) => `export ${each}`)
      .join('\n');
    expect(exportedOf(NOWHERE, text).map((each) => each.split(' ').at(-1))).toEqual(['tellTaken', 'Wish']);
  });

  it.each(Object.entries(REPLACED))('are not declared again in %s', (room, names) => {
    const sources = sourcesIn(path.join(ROOT, room));
    expect(sources.length).toBeGreaterThan(0);
    const found = sources.flatMap((file) =>
      declarationsOf(names.split(' '), readFileSync(file, 'utf8')).map(
        (text) => `${path.relative(ROOT, file)}: ${text}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
