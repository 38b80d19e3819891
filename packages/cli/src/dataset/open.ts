import { pickSource, type Source, type SourceRequest, type SourceResult } from '@ess-widgets/core/client';
import { csv } from '@ess-widgets/core/sources/csv';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';
import type { Io } from '../io.ts';
import { addressOf } from './address.ts';
import { createRead } from './read.ts';

const SOURCES: readonly Source[] = [essDataset, csv];

/** How long the whole reading of a data set may take, in ms. */
const TIMEOUT = 60_000;

/**
 * Reads a data set wherever it is, in whichever format.
 * @throws Refusal when nothing has that name, EssError when it cannot be read
 */
export async function openDataset(given: string, need: SourceRequest['need'], io: Io): Promise<SourceResult> {
  const src = addressOf(given, io.cwd);
  const fetch = createRead(io);
  const signal = AbortSignal.timeout(TIMEOUT);
  const readHead = async () => (await (await fetch(src, { signal })).text()).slice(0, 2_000);
  const source = await pickSource(SOURCES, src, undefined, readHead);
  return source.load({ src, need }, { fetch, signal });
}
