/** Returns an address that leads to a page or a file: http(s) alone of those that {@link safeHref} takes. */
export function webHref(url: string, base?: string): string | undefined {
  const address = safeHref(url, base);
  return address && /^http/i.test(address) ? address : undefined;
}

/**
 * Returns an address that may become a link: http(s), mailto or tel. Any other text in the data is no link, nor is an address
 * that cannot be parsed.
 * @param base address that a relative one is resolved against
 */
export function safeHref(url: string, base?: string): string | undefined {
  try {
    const address = base ? new URL(url, base).href : url.trim();
    if (/^(https?:|mailto:|tel:)/i.test(address)) return address;
  } catch {}
  return undefined;
}
