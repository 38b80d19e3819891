/** Messages between a snapshot and the processes that read its sources. */
import { EssError, type EssErrorCode, type EssErrorDetails } from '@ess-widgets/core';
import type { SourceResult } from '@ess-widgets/core/data';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Io } from '../io.ts';
import type { ReadOptions, SourceToTake } from './sources.ts';

/** What a child reads. */
export interface Task extends Pick<Io, 'cwd'> {
  readonly source: SourceToTake;
  readonly options: ReadOptions;
}

type Init = Parameters<Io['fetch']>[1];

/** An answer of a server, or why there is none. */
export type ServerAnswer =
  | {
      readonly url: string;
      readonly status: number;
      readonly headers: readonly [string, string][];
      readonly body: Uint8Array<ArrayBuffer> | null;
    }
  | { readonly error: WrittenError };

export type ToChild =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ServerAnswer };

export type FromChild =
  | {
      readonly kind: 'fetch';
      readonly id: number;
      readonly url: string;
      readonly init: Omit<Init, 'signal' | 'body'> & { readonly body?: string };
    }
  | { readonly kind: 'read'; readonly result: SourceResult }
  | { readonly kind: 'failed'; readonly error: WrittenError };

/** An error as it passes from one process to another, which keeps its words and not its class. */
interface WrittenError {
  readonly message: string;
  readonly code?: EssErrorCode;
  readonly details?: EssErrorDetails;
  readonly refusal?: Refusal['text'];
  readonly isRange?: boolean;
}

export function writtenError(error: unknown): WrittenError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Refusal) return { message, refusal: error.text };
  if (error instanceof EssError) {
    const { cause: _, ...details } = error.details;
    return { message, code: error.code, details };
  }
  return { message, isRange: error instanceof RangeError };
}

export function errorOf({ message, code, details, refusal, isRange }: WrittenError): Error {
  if (refusal) return new Refusal(refusal);
  if (code) return new EssError(code, message, details);
  return isRange ? new RangeError(message) : new Error(message);
}
