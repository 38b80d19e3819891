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
  'packages/elements/src/base': 'OnDemand lose misses tries tryAgain wearStyles Wearer worn dress sayPassedOver',
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
  return files.filter((file) => file.endsWith('.ts')).map((file) => path.join(room, file));
}

const IMPORT = /^(?:import|export)[^;]*? from '[^']*';$/gm;

/** Returns the declarations of names in a text: of functions, constants, types and readonly fields. */
function declarationsOf(names: readonly string[], text: string): readonly string[] {
  const declaration = new RegExp(
    `\\b(?:function\\*?|const|let|class|interface|type|readonly) (?:${names.join('|')})\\b`,
    'g',
  );
  return text.replace(IMPORT, '').match(declaration) ?? [];
}

describe('the names that the glossary replaces', () => {
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
