/** Cards as PNG, for services that show no SVG: drawn on a canvas of the page. */

/** Returns the pictures that could be drawn, by the names of the cards. */
export async function picturesOf(cards: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = [...cards].map(async ([key, svg]) => [key, await pngOf(svg)] as const);
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
