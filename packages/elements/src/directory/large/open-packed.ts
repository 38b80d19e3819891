/** Opens the engine of a large directory over its packed folder. */

import {
  createEngine,
  folderStore,
  openColumns,
  type ReadBytes,
  type YieldToEventLoop,
} from '@ess-widgets/core/directory';
import { limitOf, readBody } from '@ess-widgets/core/reading';
import { askerOf, type Opened, type Opening } from './opening.ts';

/** Opening of a packed folder, with the file of it that the page has fetched already. */
export interface PackedOpening extends Opening {
  /** Bytes of the columns. */
  readonly columns?: ArrayBuffer | undefined;
}

/**
 * Reads the columns; the other files of the folder as they are needed.
 * @param yieldToEventLoop for the page's own thread, which has to answer its visitor meanwhile; a worker has nobody to wait for
 * @throws EssError when the data cannot be had or read
 */
export async function openPacked(
  { src, reach, packed, columns: there, labels }: PackedOpening,
  yieldToEventLoop?: YieldToEventLoop,
): Promise<Opened> {
  const ask = askerOf({ src, reach });
  const read: ReadBytes = async (href) =>
    new Uint8Array(href === packed && there ? there : await readBody(await ask(href), href, limitOf(reach.maxBytes)));
  const columns = await openColumns(packed ?? '', read);
  await yieldToEventLoop?.();
  return { engine: createEngine(columns, folderStore(columns, read), labels), told: [] };
}
