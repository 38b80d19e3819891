import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessageKey } from '../../messages/messages.ts';

/** Where the visitor is, asked for only when they press the button, never kept and never sent anywhere. */
export class NearController implements ReactiveController {
  /** Null until they allow it, and after they press the button again. */
  position: { readonly lon: number; readonly lat: number } | null = null;
  /** What to tell them: asking, refused, not found; null when there is nothing to say. */
  message: MessageKey | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #answered: () => void;
  #asked = 0;

  /** @param answered called when a position has come or gone, or could not be had */
  constructor(host: ReactiveControllerHost, answered: () => void) {
    this.#host = host;
    this.#answered = answered;
    host.addController(this);
  }

  hostDisconnected(): void {
    // An answer that comes after that is for nobody.
    this.#asked += 1;
  }

  readonly toggle = (): void => {
    this.#asked += 1;
    if (this.position) {
      this.#take(null, null);
      return;
    }
    const asked = this.#asked;
    const take = (position: NearController['position'], message: MessageKey | null): void => {
      if (asked === this.#asked) this.#take(position, message);
    };
    // Missing on pages that are not served over https.
    if (!('geolocation' in navigator)) {
      take(null, 'dirNearFailed');
      return;
    }
    this.message = 'dirNearAsking';
    this.#host.requestUpdate();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => take({ lon: coords.longitude, lat: coords.latitude }, null),
      (error) => take(null, error.code === error.PERMISSION_DENIED ? 'dirNearDenied' : 'dirNearFailed'),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  };

  #take(position: NearController['position'], message: MessageKey | null): void {
    this.position = position;
    this.message = message;
    this.#answered();
    this.#host.requestUpdate();
  }
}
