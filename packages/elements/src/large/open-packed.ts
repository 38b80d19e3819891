/** Opens the engine of a large directory over its packed folder. */
import { createEngine, folderStore, openColumns, type Pause, type ReadBytes } from '@ess-widgets/core/geo/packed';
import { answerOf, type Opened, type Opening } from './opening.ts';

/** What the page has of the folder already crosses with what it is opened with. */
export interface PackedOpening extends Opening {
  /** Bytes of the columns. */
  readonly columns?: ArrayBuffer | undefined;
}

/**
 * Reads the columns; the other files of the folder as they are needed.
 * @param pause for the page's own thread, which has to answer its visitor meanwhile; a worker has nobody to wait for
 * @throws EssError when the data cannot be had or read
 */
export async function openPacked(
  { src, packed, columns: there, labels }: PackedOpening,
  pause?: Pause,
): Promise<Opened> {
  const read: ReadBytes = async (href) =>
    new Uint8Array(href === packed && there ? there : await (await answerOf(new URL(href, src).href)).arrayBuffer());
  const columns = await openColumns(packed ?? '', read);
  await pause?.();
  return { engine: createEngine(columns, folderStore(columns, read), labels), told: [] };
}
