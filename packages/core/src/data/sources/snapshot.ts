/** The services that only the command `snapshot` reads: they ask for a secret, or serve no page of another site. */
import { helloasso } from './helloasso/helloasso.ts';
import { rechercheEntreprises } from './recherche-entreprises/recherche-entreprises.ts';
import type { Source, SourceContext, SourceRequest, SourceResult } from './source.ts';
import { umap } from './umap/umap.ts';

/** A request with headers or a form, which pages never send. */
export interface Sending {
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form; the request is a POST then. */
  readonly form?: Readonly<Record<string, string>>;
}

/** Services that such a source may use besides those of every source. */
export interface SnapshotContext extends SourceContext {
  /** Secret of the source, from the environment of the command. */
  readonly key?: string | undefined;
  /** Sends a request, and keeps nothing of its answer. It follows no redirection, lest another host receive the secret. */
  readonly send: (url: string, sending: Sending) => Promise<Response>;
}

/** An external format that a command reads and a page does not. */
export interface SnapshotSource extends Pick<Source, 'id' | 'title' | 'detect'> {
  /** Hosts of the service that an address on another host of it stands for. */
  readonly hosts: readonly string[];
  /** @throws EssError when nothing can be read at all */
  readonly load: (request: SourceRequest, context: SnapshotContext) => Promise<SourceResult>;
}

/** All of them, in no order. */
export const snapshotSources: readonly SnapshotSource[] = [rechercheEntreprises, helloasso, umap];
