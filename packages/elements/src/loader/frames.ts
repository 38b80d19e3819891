/**
 * Frames of widgets, `iframe[data-ess-frame]`: each says how high its content is, and is made as high. Pages without such a frame do not
 * load this. It takes numbers alone, of the frame's own window.
 */

/** Heights that are taken, px: less is a frame that is not drawn, more a mistake. */
const [LEAST, MOST] = [100, 20_000];
/** Growths at one width after which a frame keeps its height: its content grows because it does. */
const GROWTHS = 5;

/** A frame as it was when its height was last set. */
interface Followed {
  width: number;
  height: number;
  growths: number;
}

const followed = new Map<HTMLIFrameElement, Followed>();

/** Follows what a frame says of its height from now on. */
export function followFrame(frame: Element): void {
  if (!(frame instanceof HTMLIFrameElement) || followed.has(frame)) return;
  if (followed.size === 0) addEventListener('message', listen);
  followed.set(frame, { width: 0, height: 0, growths: 0 });
  // It may have spoken before anybody listened: asked so, as WordPress asks, it says its height again.
  frame.contentWindow?.postMessage({ message: 'ready' }, '*');
}

function listen({ source, origin, data }: MessageEvent<unknown>): void {
  for (const [frame, last] of followed) {
    // One that the page has taken out, and puts in again, is followed anew.
    if (!frame.isConnected) followed.delete(frame);
    else if (source !== null && frame.contentWindow === source && origin === originOf(frame)) {
      const height = heightIn(data);
      if (height !== null) resize(frame, last, height);
    }
  }
  if (followed.size === 0) removeEventListener('message', listen);
}

/** Returns the origin of what a frame shows. In a sandbox without its own origin it is "null", and its window is the check. */
function originOf({ src, sandbox, attributes }: HTMLIFrameElement): string | null {
  if (attributes.getNamedItem('sandbox') && !sandbox.contains('allow-same-origin')) return 'null';
  // The browser has written it out: scheme, host and port come first, and no usual port.
  return /^https?:\/\/[^/?#]+/.exec(src)?.[0] ?? null;
}

/** Returns the height of a message, px; null for any other message. */
function heightIn(data: unknown): number | null {
  const { type, height } = (data ?? {}) as { readonly type?: unknown; readonly height?: unknown };
  return type === 'ess-height' && typeof height === 'number' && height >= LEAST && height <= MOST ? height : null;
}

function resize(frame: HTMLIFrameElement, last: Followed, height: number): void {
  const width = frame.clientWidth;
  if (width !== last.width) Object.assign(last, { width, growths: 0 });
  if (height === last.height || last.growths === GROWTHS) return;
  if (height > frame.clientHeight) last.growths += 1;
  last.height = height;
  frame.style.height = `${height}px`;
}
