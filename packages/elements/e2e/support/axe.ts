import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    within: { readonly include: string; readonly exclude: readonly string[] },
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
    }[];
  }>;
}

/**
 * Rules of axe that a page breaks, shadow roots included: `rule: where what`.
 * @param include what is looked at; @param exclude what of it is not
 */
export async function violations(
  page: Page,
  include = 'html',
  exclude: readonly string[] = [],
): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(
    (within) => (globalThis as unknown as { axe: Axe }).axe.run(within, { resultTypes: ['violations'] }),
    { include, exclude },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
  );
}
