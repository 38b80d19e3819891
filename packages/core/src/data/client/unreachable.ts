/** Errors of an address that gave no answer that a page may read. */
import { EssError } from '../../errors.ts';
import { ASKING, isAllowed, type Manner } from '../../reading/index.ts';
import type { ClientOptions } from './types.ts';

/** Remedy of an address of which no more is known, in a page of any site. */
const COPY = {
  fr: 'La source ne laisse pas d’autres sites la lire\u202f: placez une copie du fichier à côté de la page, ou faites-la lire par le serveur du site.',
  en: 'The source does not let other sites read it: put a copy of the file beside the page, or let the server of the site read it.',
};
/** The same in a system whose server reads what its settings name; these say why it does not, too. */
const SAVE = {
  fr: 'Le navigateur ne peut pas lire cette adresse, le site le peut\u202f: ajoutez-la aux «\u202fSources du site\u202f», dans les réglages d’ESS Widgets, qui disent aussi ce qui l’en empêche.',
  en: 'The browser cannot read this address, the site can: add it to the “Sources of the site”, in the settings of ESS Widgets, which also say what prevents it.',
};

/** Time in which a server shows that it is there, in ms. */
const LIMIT = 5_000;

/**
 * Returns the error of a failed request: the browser does not tell a server that is not there from one that lets no other
 * site read it, so that it is asked once more, without wanting to read the answer.
 * @param wasRead whether the address could be read before: then it is not that
 */
export async function unreachable(
  options: Pick<ClientOptions, 'fetch' | 'clock' | 'base' | 'host'>,
  url: string,
  { redirect, wasRead }: Pick<Manner, 'redirect'> & { readonly wasRead: boolean },
  cause: unknown,
): Promise<EssError> {
  // An address inside data, and a server on the page's own origin, have no such rule to fail by.
  if (!wasRead && redirect === 'follow' && isElsewhere(url, options.base) && (await answers(options, url))) {
    const message = `${url} answers, but does not let pages of other sites read it (no CORS header).`;
    return new EssError('cors', message, {
      url,
      cause,
      remedy: options.host === 'wordpress' || options.host === 'spip' ? SAVE : COPY,
    });
  }
  const other = redirect === 'error' ? ', or a redirect of an address inside data' : '';
  return new EssError('network', `${url} could not be reached: offline or refused${other}.`, { url, cause });
}

const isElsewhere = (url: string, base: string | undefined): boolean =>
  base !== undefined && !isAllowed(url, { addresses: [base], hosts: [] });

async function answers({ fetch, clock }: Pick<ClientOptions, 'fetch' | 'clock'>, url: string): Promise<boolean> {
  const controller = new AbortController();
  const handle = clock.setTimeout(() => controller.abort(), LIMIT);
  try {
    await fetch(url, { ...ASKING, mode: 'no-cors', redirect: 'follow', signal: controller.signal });
    return true;
  } catch {
    return false;
  } finally {
    clock.clearTimeout(handle);
    controller.abort();
  }
}
