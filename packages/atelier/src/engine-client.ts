/** The engine of the Atelier, in its worker; where none may run, on the page's own thread. */
import type { ShareCard } from '@ess-widgets/core/prepare';
import { startWorker } from '../../elements/src/base/start-worker.ts';
import { type AskWorker, workerCalls } from '../../elements/src/base/worker-calls.ts';
import type { CheckHost } from '../../elements/src/ess-data-check/host.ts';
import { remoteHost } from '../../elements/src/ess-data-check/host-calls.ts';
import type { Session } from '../../elements/src/ess-data-check/session.ts';
import type { SiteReading } from './by-site.ts';
import type { Brought, ShowRequest, TakeRequest, YearRequest, YearSummary } from './engine.ts';

export interface AtelierEngine extends Omit<Session, 'where'> {
  /** Says which site reads what browsers may not; null for none. */
  readonly site: (reading: SiteReading | null) => Promise<void>;
  readonly open: (src: string) => Promise<void>;
  /** Opens an archive that was taken home. */
  readonly openArchive: (bytes: Uint8Array) => Promise<void>;
  /** Returns a workbook to fill in. */
  readonly blank: (src: string, year: string) => Promise<Uint8Array>;
  readonly year: (request: YearRequest) => Promise<YearSummary>;
  readonly show: (request: ShowRequest) => Promise<Brought>;
  /** Returns the cards of widgets, by the names of their pages. */
  readonly cards: (request: Pick<TakeRequest, 'widgets' | 'lang' | 'today'>) => Promise<ReadonlyMap<string, ShareCard>>;
  readonly take: (request: TakeRequest) => Promise<Uint8Array>;
}

/** Starts an engine. @param worker address of its script */
export async function startAtelierEngine(worker: string): Promise<AtelierEngine> {
  const started = await startWorker(() => ({ href: worker, options: { type: 'module' } }));
  const ask: AskWorker = started ? workerCalls(started.worker) : await onPage();
  return {
    ...(remoteHost(ask) satisfies CheckHost),
    site: (reading) => ask('site', reading),
    open: (src) => ask('open', { src }),
    openArchive: (bytes) => ask('openArchive', { bytes }),
    blank: (src, year) => ask('blank', { src, year }),
    year: (request) => ask('year', request),
    show: (request) => ask('show', request),
    cards: (request) => ask('cards', request),
    take: (request) => ask('take', request),
    end: () => started?.worker.terminate(),
  };
}

async function onPage(): Promise<AskWorker> {
  const { createAtelierEngine } = await import('./engine.ts');
  const functions = createAtelierEngine(() => new Promise((resolve) => setTimeout(resolve)));
  return async (name, args, { onProgress } = {}) =>
    functions[name]?.(args as never, onProgress as (progress: unknown) => void) as never;
}
