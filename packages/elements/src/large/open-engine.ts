/** Opens the engine of a large directory: over its packed folder, or over its records, which are packed in memory then. */
import { EssError } from '@ess-widgets/core/errors';
import { directoryOf } from '@ess-widgets/core/geo';
import {
  createEngine,
  type Engine,
  folderStore,
  type Labels,
  memoryStore,
  namesOf,
  openColumns,
  packEntries,
  type ReadBytes,
} from '@ess-widgets/core/geo/packed';
import { type Finding, type Period, records } from '@ess-widgets/core/model';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';
import { pause } from './slices.ts';

/** What an engine is opened with. It crosses into a worker. */
export interface Opening {
  /** Address of the manifest. */
  readonly src: string;
  /** File of the columns, relative to it; null reads the records. */
  readonly packed: string | null;
  readonly period: Period | undefined;
  readonly labels: Labels;
}

/** An engine, and what was wrong with the records. */
export interface Opened {
  readonly engine: Engine;
  readonly told: readonly Finding[];
}

/** @throws EssError when the data cannot be had or read */
export async function openEngine({ src, packed, period, labels }: Opening): Promise<Opened> {
  if (packed !== null) {
    const read = readerOf(src);
    const columns = await openColumns(packed, read);
    await pause();
    return { engine: createEngine(columns, folderStore(columns, read), labels), told: [] };
  }
  const need = ['organisations', 'memberships', 'colleges', 'territories'] as const;
  const { dataset, issues } = await essDataset.load(
    { src, need },
    { fetch: answerOf, signal: new AbortController().signal },
  );
  await pause();
  const entries = directoryOf(dataset, { layers: ['members'], period });
  await pause();
  const members = packEntries(entries);
  await pause();
  const store = memoryStore(members, namesOf(records(dataset, 'territories')));
  return { engine: createEngine(members.columns, store, labels), told: issues };
}

const readerOf =
  (src: string): ReadBytes =>
  async (href) =>
    new Uint8Array(await (await answerOf(new URL(href, src).href)).arrayBuffer());

/** Files of a packed folder never change under a name: the browser's own cache keeps them. */
async function answerOf(url: string): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url);
  } catch (cause) {
    throw new EssError(
      'network',
      `${url} could not be reached: offline, refused, or not allowed from this page (CORS).`,
      {
        url,
        cause,
      },
    );
  }
  if (answer.ok) return answer;
  throw new EssError('http', `${url} answered with status ${answer.status}.`, { url, status: answer.status });
}
