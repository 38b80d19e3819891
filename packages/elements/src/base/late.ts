import { EssError } from '@ess-widgets/core';
import { Task, type TaskConfig, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { warn } from './warn.ts';

/** State of something that comes late. */
export type LateState = Pick<LateTask<readonly [], unknown>, 'error' | 'isPending'>;

/** Element that loads code on demand, and shows where it could not be loaded. */
export interface LateHost extends ReactiveControllerHost {
  /** What its visitor asked for last. Where it has an error, the host says so beside its content, which stays. */
  wanted?: LateState | null;
  /** What the host has nothing to show without. Where it has an error, the host says so in place of its content. */
  lacking?: LateState | null;
  /** Announces an error. */
  tell?(error: EssError): void;
}

/** The error of an element whose code could not be loaded: it is shown like data that could not be loaded. */
export const LOST = new EssError('network', '');

/**
 * Number of retries so far, by a visitor or by a browser that is online again. A failed load is repeated only once it has
 * grown.
 */
export let retryCount = 0;
/** Lets every load that has failed be tried once more. */
export const retryLoads = (): void => void retryCount++;
/** Lets them be tried once more whenever the browser is online again, because not every visitor presses a button. */
export const retryOnline = (): void => addEventListener('online', retryLoads);

/** Task of which its host draws the end alone: while it runs, what is shown stays. */
export class LateTask<Args extends readonly unknown[], T> extends Task<Args, T> {
  /** @param draws tells whether its host draws the end too */
  constructor(host: ReactiveControllerHost, config: TaskConfig<Args, T>, draws = (): boolean => true) {
    // All that a task asks of its host.
    const drawn: Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'> = {
      addController: (task) => host.addController(task),
      requestUpdate: () => {
        if (!this.isPending && draws()) host.requestUpdate();
      },
    };
    super(drawn as ReactiveControllerHost, { autoRun: false, ...config });
  }

  /** Whether it runs. The value of the run before, or its error, stays until its end. */
  get isPending(): boolean {
    return this.status === TaskStatus.PENDING;
  }
}

/** Code that an element loads when it is first asked for. The element updates once it is loaded. */
export class Late<T> extends LateTask<readonly [], T> {
  readonly #host: LateHost;
  /** Value of `retryCount` at the last attempt. */
  #tried: number | undefined;

  /**
   * @param name of the part that does not work without the code, for the warning in the console
   * @param draws tells whether the host updates once it is loaded, or could not be
   */
  constructor(host: LateHost, name: string, load: () => Promise<T>, draws?: () => boolean) {
    const onError = (error: unknown): void => {
      retryOnline();
      if (host.lacking === this) host.tell?.(LOST);
      warn(`code/${name}`, `${name} cannot be shown, its code did not come: ${String(error)}`);
    };
    super(host, { task: load, onError }, draws);
    this.#host = host;
  }

  /** The code once it is loaded, else null. */
  get code(): T | null {
    return this.value ?? null;
  }

  /** Returns the code, and loads it unless it is there or on its way, or could not be loaded since the last retry. */
  ask(): T | null {
    // Elements ask for it at every update, so a failed load must not be repeated by that.
    if (!this.value && !this.isPending && this.#tried !== retryCount) {
      this.#tried = retryCount;
      void this.run();
    }
    return this.code;
  }

  /** Returns the same for an element that has nothing to show without the code: while it draws, it asks for it by this. */
  need(): T | null {
    if (!this.code) this.#host.lacking = this;
    return this.ask();
  }

  /** Returns the code, once it is there; null where it could not be loaded. */
  async load(): Promise<T | null> {
    this.ask();
    await this.taskComplete.catch(() => undefined);
    return this.code;
  }

  /** Returns the same for a visitor who has asked for it, as often as they ask. The element says where it could not be loaded. */
  want(): Promise<T | null> {
    retryLoads();
    // What is said of something else that did not come goes.
    if (this.#host.wanted?.error) this.#host.requestUpdate();
    this.#host.wanted = this;
    return this.load();
  }
}
