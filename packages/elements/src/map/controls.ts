/** Buttons of the map: zoom, whole region, and "Déplacer", which shows four more for those who cannot drag. */
import { dom } from '../base/dom.ts';
import { element, picture, write } from './dom.ts';
import type { MapMessages } from './types.ts';

interface ControlActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly home: () => void;
  /** Moves the view by these fractions of its size. */
  readonly step: (dx: number, dy: number) => void;
}

const icons = {
  zoomIn: 'M8 3V13M3 8H13',
  zoomOut: 'M3 8H13',
  home: 'M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10',
  move: 'M8 1.5V14.5M1.5 8H14.5M6.4 3.1L8 1.5L9.6 3.1M6.4 12.9L8 14.5L9.6 12.9M3.1 6.4L1.5 8L3.1 9.6M12.9 6.4L14.5 8L12.9 9.6',
  panUp: 'M3.5 10.5L8 5.5L12.5 10.5',
  panDown: 'M3.5 5.5L8 10.5L12.5 5.5',
  panLeft: 'M10.5 3.5L5.5 8L10.5 12.5',
  panRight: 'M5.5 3.5L10.5 8L5.5 12.5',
  fullScreen: 'M10 3H13V6M6 13H3V10M13 3L9.5 6.5M3 13L6.5 9.5',
} as const;

type Name = Exclude<keyof typeof icons, 'fullScreen'>;

/** The group of buttons. */
export class Controls {
  readonly root: HTMLDivElement = element('div', 'controls');
  readonly #buttons = new Map<Name, HTMLButtonElement>();
  readonly #pad: HTMLDivElement = element('div', 'pad');
  #messages: MapMessages | null = null;
  #offered: string | null = null;

  constructor(actions: ControlActions) {
    const bar = element('div', 'bar');
    bar.append(
      this.#button('zoomIn', actions.zoomIn),
      this.#button('zoomOut', actions.zoomOut),
      this.#button('home', actions.home),
      this.#button('move', () => this.#togglePad()),
    );
    // The place of a button whose code comes later: none of the others moves then. Where it never comes, there is no place.
    if (dom.fullscreenEnabled) {
      const place = element('span', 'control full-screen');
      place.append(picture('icon', icons.fullScreen));
      bar.append(place);
    }
    this.#pad.hidden = true;
    this.#pad.append(
      this.#button('panUp', () => actions.step(0, 1)),
      this.#button('panLeft', () => actions.step(1, 0)),
      this.#button('panRight', () => actions.step(-1, 0)),
      this.#button('panDown', () => actions.step(0, -1)),
    );
    this.#buttons.get('move')?.setAttribute('aria-expanded', 'false');
    this.root.append(bar, this.#pad);
  }

  /** Writes the names of the buttons. */
  rename(messages: MapMessages): void {
    this.#messages = messages;
    for (const [name, button] of this.#buttons) this.#name(name, button);
  }

  #name(name: Name, button: HTMLButtonElement): void {
    const offered = name === 'zoomIn' ? this.#offered : null;
    button.title = offered ?? this.#messages?.text(name) ?? '';
    button.setAttribute('aria-label', button.title);
  }

  /** Shows where zooming ends. The buttons stay focusable: a focused button that turns off would lose the focus. */
  limit(atClosest: boolean, atWidest: boolean): void {
    write(this.#buttons.get('zoomIn'), 'aria-disabled', String(atClosest));
    write(this.#buttons.get('zoomOut'), 'aria-disabled', String(atWidest));
  }

  /** Makes the button that zooms in one of another name, in words, and back with null. It keeps the focus. */
  offer(name: string | null): void {
    const button = this.#buttons.get('zoomIn');
    if (!button || name === this.#offered) return;
    button.classList.toggle('offer', name !== null);
    if (name === null) button.replaceChildren(picture('icon', icons.zoomIn));
    else button.textContent = name;
    this.#offered = name;
    this.#name('zoomIn', button);
  }

  #togglePad(): void {
    this.#pad.hidden = !this.#pad.hidden;
    this.#buttons.get('move')?.setAttribute('aria-expanded', String(!this.#pad.hidden));
  }

  #button(name: Name, act: () => void): HTMLButtonElement {
    const button = element('button', `control ${name}`, { type: 'button' });
    button.append(picture('icon', icons[name]));
    button.addEventListener('click', act);
    this.#buttons.set(name, button);
    return button;
  }
}
