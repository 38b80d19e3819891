/** Options that every command takes, read before it is chosen: their errors are already in the user's language. */
export const COMMON_OPTIONS = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  debug: { type: 'boolean' },
} as const;

/** The same, as printed under the options of a command. */
export const COMMON_HELP = {
  fr: `  --lang fr|br|en      langue des libellés et des messages\u202f; par défaut celle du terminal
  --debug              montre la pile d’appels d’une erreur
  -h, --help           cette aide`,
  en: `  --lang fr|br|en      language of labels and messages; the terminal’s by default
  --debug              shows the stack of an error
  -h, --help           this help`,
};

/** Exit statuses, as printed at the end of each help. */
export const STATUS_HELP = {
  fr: 'Statut de sortie\u202f: 0 quand tout va bien, 2 quand la commande n’a pas pu faire son travail.',
  en: 'Exit status: 0 when all went well, 2 when the command could not do its work.',
};
