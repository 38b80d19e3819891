/** Returns the address that a calendar program subscribes to; null for a text that is no address on the web. */
export function webcalOf(address: string | undefined, base: string): string | null {
  if (!address) return null;
  try {
    const { protocol, href } = new URL(address, base);
    return /^https?:$/.test(protocol) ? href.replace(protocol, 'webcal:') : null;
  } catch {
    return null;
  }
}
