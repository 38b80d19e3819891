import { runInNewContext } from 'node:vm';
import { indicatorOf, type OwnFormula, type OwnIndicator, undeclaredReads } from '@ess-widgets/core/indicators';
import { type Dataset, IndicatorEntry } from '@ess-widgets/core/model';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../packages/bretagne/src/dataset.ts';
import { codeOf } from '../stories/code.ts';

const GUIDES = ['extending.en.mdx', 'etendre.fr.mdx'];

/** Runs the code of a guide that registers indicators, and returns these as they were given. */
function registeredBy(code: string): readonly OwnIndicator[] {
  const found: OwnIndicator[] = [];
  const register = (entry: IndicatorEntry, formula?: OwnFormula): void => {
    found.push({ ...IndicatorEntry.parse(entry), ...(formula ? { formula } : {}) });
  };
  const script = ts.transpile(code.replace(/^import .*$/gm, ''), { target: ts.ScriptTarget.ES2022 });
  runInNewContext(script, { registerIndicator: register });
  return found;
}

/** Returns a data set as a page has it that asked only for what an indicator needs. */
const loadedFor = (dataset: Dataset, needs: readonly (keyof Dataset['collections'])[]): Dataset => ({
  ...dataset,
  collections: Object.fromEntries(needs.map((name) => [name, dataset.collections[name]])),
});

describe.each(GUIDES)('the indicators of the guide %s', (guide) => {
  const code = codeOf(guide)
    .filter(({ language, text }) => language === 'ts' && text.includes('registerIndicator('))
    .map(({ text }) => text);

  it('are computed from the data of Brittany', async () => {
    const dataset = await readDataset();
    const own = code.flatMap(registeredBy);
    expect(own.map(({ id }) => id)).toEqual(['members-online']);
    for (const { id } of own) {
      const indicator = indicatorOf(dataset, id, own);
      if (!indicator) throw new Error(`no indicator "${id}"`);
      expect(undeclaredReads(indicator)).toEqual([]);
      const { quantity } = indicator.compute(loadedFor(dataset, indicator.needs));
      const sites = dataset.collections.organisations?.filter(({ links }) => links.length > 0) ?? [];
      expect(quantity).toEqual({ value: sites.length, op: '=', unit: 'members' });
    }
  });

  it('may name a formula of the core', async () => {
    const [shown = '{}'] = codeOf(guide).flatMap(({ language, text }) =>
      language === 'json' && text.includes('"formula"') ? [text] : [],
    );
    const entry = { id: 'cancelled', kind: 'rate', unit: 'percent', label: { fr: 'a' }, definition: { fr: 'b' } };
    const own = [IndicatorEntry.parse({ ...entry, dimensions: [], needs: [], ...JSON.parse(shown) })];
    const dataset = await readDataset();
    const indicator = indicatorOf(dataset, 'cancelled', own);
    // 2 of 5 webinars were cancelled.
    expect(indicator?.compute(loadedFor(dataset, indicator.needs)).quantity?.value).toBe(40);
  });
});
