import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const OPERATIONS = ['writeFileSync', 'renameSync', 'rmSync', 'linkSync', 'mkdirSync'] as const;

/**
 * Stops the operations on files of this process from one of them on, as a process that ends there would: of a file that is
 * written then the beginning is there.
 * @param fail called for that operation and for each one after it; what it throws, the operation throws
 * @returns the function that makes the operations work again
 */
export function failAt(operation: number, fail: () => void): () => void {
  let count = 0;
  const own = OPERATIONS.map((name) => [name, fs[name] as (...args: readonly unknown[]) => unknown] as const);
  for (const [name, work] of own) {
    Reflect.set(fs, name, (...args: readonly unknown[]) => {
      count += 1;
      if (count === operation && name === 'writeFileSync') work(args[0], String(args[1]).slice(0, 20));
      if (operation > 0 && count >= operation) fail();
      return work(...args);
    });
  }
  syncBuiltinESMExports();
  return () => {
    for (const [name, work] of own) Reflect.set(fs, name, work);
    syncBuiltinESMExports();
  };
}
