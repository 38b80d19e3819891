import type { Finding } from '@ess-widgets/core/model';
import type { Failure } from '@ess-widgets/core/prepare';

/**
 * Says which indicators could not be measured, once a reason: nothing is known of what they would have found. Of a file that
 * could not be read its own finding is the grave one.
 */
export function unmeasured(failures: readonly Failure[], unread: ReadonlySet<string>): readonly Finding[] {
  const reasons = [...new Set(failures.map(({ reason }) => reason))];
  return reasons.map((reason): Finding => {
    const ids = failures.filter((each) => each.reason === reason).map(({ indicator }) => indicator.id);
    return {
      rule: 'agreements',
      severity: unread.size > 0 ? 'info' : 'warning',
      certainty: 'certain',
      where: { file: 'measures.json', field: 'measures' },
      found: ids.join(', '),
      message: {
        fr: `Ces indicateurs ne peuvent pas être mesurés avec ces données, et rien n’y est comparé\u202f: ${ids.join(', ')} (${reason}). Corrigez d’abord ce que les autres règles signalent.`,
        en: `These indicators cannot be measured with these data, and nothing of them is compared: ${ids.join(', ')} (${reason}). First correct what the other rules report.`,
      },
    };
  });
}
