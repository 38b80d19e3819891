/** Registers every element: for applications that bundle. Pages use the loader, which registers what they use. */
import { registry } from './loader/registry.ts';

await Promise.all(Object.values(registry).map((load) => load()));
