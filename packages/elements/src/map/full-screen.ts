/** A button that gives a widget the whole screen. The browser takes it back with Escape; the focus stays on the button. */
import type { MapEngine, MapTools } from './types.ts';

const ICON = 'M9.5 6.5L13 3M9.8 3H13V6.2M6.5 9.5L3 13M6.2 13H3V9.8';

/** Names of the button. */
export interface FullScreenTexts {
  readonly enter: string;
  readonly leave: string;
}

/** The button, among those of the map. There is none where the browser or the page allows no full screen. */
export class FullScreen {
  readonly #host: HTMLElement;
  readonly #button: HTMLButtonElement;
  #texts: FullScreenTexts = { enter: '', leave: '' };

  constructor(host: HTMLElement, engine: MapEngine, { element, svgElement }: MapTools) {
    this.#host = host;
    this.#button = element('button', 'control full-screen', { type: 'button' });
    const icon = svgElement('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' });
    icon.append(svgElement('path', { d: ICON }));
    this.#button.append(icon);
    this.#button.addEventListener('click', () => void this.#turn());
    host.addEventListener('fullscreenchange', this.#name);
    if (document.fullscreenEnabled) engine.stage.parentElement?.querySelector('.bar')?.append(this.#button);
  }

  /** Writes the names of the button. */
  rename(texts: FullScreenTexts): void {
    this.#texts = texts;
    this.#name();
  }

  remove(): void {
    this.#host.removeEventListener('fullscreenchange', this.#name);
    this.#button.remove();
  }

  get #isOn(): boolean {
    return this.#host.matches(':fullscreen');
  }

  readonly #name = (): void => {
    const name = this.#isOn ? this.#texts.leave : this.#texts.enter;
    this.#button.setAttribute('aria-label', name);
    this.#button.title = name;
  };

  async #turn(): Promise<void> {
    try {
      await (this.#isOn ? document.exitFullscreen() : this.#host.requestFullscreen());
    } catch {
      // Refused after all: a button that does nothing would only be in the way.
      this.#button.remove();
    }
  }
}
