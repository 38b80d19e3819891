/** Cards as PNG, for services that show no SVG: drawn on a canvas of the page. */
import type { ShareCard } from '@ess-widgets/core/prepare';

/** Returns the pictures that could be drawn, by the names of the cards. */
export async function picturesOf(cards: ReadonlyMap<string, ShareCard>): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = [...cards].map(async ([key, { svg }]) => [key, await pngOf(svg)] as const);
  const pictures = await Promise.all(drawn);
  return new Map(pictures.flatMap(([key, bytes]) => (bytes ? [[key, bytes] as const] : [])));
}

async function pngOf(svg: string): Promise<Uint8Array | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.naturalWidth,
      height: image.naturalHeight,
    });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    // Without a picture the page is shared by its words.
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A card as it is pasted. */
export interface PastedCard {
  readonly png: Uint8Array;
  /** Its sentence. */
  readonly title: string;
}

/** Width of a card in a message, px: programs of mail that read no style show a picture as wide as it says. */
const WIDTH = 600;

/**
 * Copies a card, its sentence and a link as one paste: with the picture for who takes HTML, as words for who takes text, and as a
 * picture alone where the browser takes one. Rejects where the browser refuses.
 * @param card on its way: Safari copies what was promised at the press alone
 * @param link `<a href="…">…</a>`
 */
export async function copyCard(card: Promise<PastedCard>, link: string): Promise<void> {
  const parts: Readonly<Record<string, (card: PastedCard) => BlobPart | Promise<BlobPart>>> = {
    'text/html': async ({ png, title }) => pastedHtml(await dataUrl(png), title, link),
    'text/plain': ({ title }) => `${title}\n${addressIn(link)}`,
    'image/png': ({ png }) => png as BlobPart,
  };
  const made = Object.entries(parts)
    .filter(([type]) => ClipboardItem.supports?.(type) ?? true)
    .map(([type, of]) => [type, card.then(async (each) => new Blob([await of(each)], { type }))] as const);
  // Each is waited for by the clipboard, which may refuse before it is there.
  for (const [, part] of made) part.catch(() => undefined);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(made))]);
}

/** Returns the HTML of a paste. A text is written by the DOM, so that its signs stay signs. */
function pastedHtml(src: string, title: string, link: string): string {
  const [picture, said] = [new Image(WIDTH), document.createElement('p')];
  Object.assign(picture, { src, alt: title });
  said.textContent = title;
  return `<p>${picture.outerHTML}</p>${said.outerHTML}<p>${link}</p>`;
}

const addressIn = (link: string): string =>
  new DOMParser().parseFromString(link, 'text/html').querySelector('a')?.href ?? '';

const dataUrl = (png: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([png as BlobPart], { type: 'image/png' }));
  });
