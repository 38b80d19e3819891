/** Registers every element: for applications that bundle. Pages use the loader, which registers what they use. */
import { registry } from './loader/registry.ts';

// In the declarations, it leads to what each element's own module tells the compiler: its tag and its events.
export type { EssTag } from './loader/registry.ts';

await Promise.all(Object.values(registry).map((load) => load()));
