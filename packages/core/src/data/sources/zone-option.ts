/** The zone that a page's author names in an address: `#zone=Europe/Brussels`. */
import { EssError } from '../../errors.ts';
import { type OffsetAt, offsetsOf } from '../../model/index.ts';

/**
 * Returns the offsets of the zone that is asked for; null where none is.
 * @throws EssError `config` for an option that names no time zone
 */
export function zoneOption({ zone }: Readonly<Record<string, string>>, src: string): OffsetAt | null {
  if (!zone) return null;
  try {
    return offsetsOf(zone);
  } catch {
    const given = `zone=${zone}`;
    const message = `Unknown time zone "${zone}" in ${src}#${given}: expected one such as Europe/Paris.`;
    throw new EssError('config', message, { url: src, given });
  }
}
