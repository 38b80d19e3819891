import type { Translation } from './messages.ts';
import type { report as fr } from './report.fr.ts';

/** Breton texts of the report. They wait for a speaker’s review. */
export const report: Translation<typeof fr> = {
  reportTitle: 'Danevell',
  reportLead: '{publisher}. Roadennoù an {date}. Pep sifr islinennet gant pikoù a zigor e vammenn.',
  reportUnread: 'N’eus ket bet gallet lenn an danevell',
  reportLeft: 'Ur lodenn eus ar rann-mañ n’hall ket bezañ diskouezet. Emañ peurrest an danevell amañ.',
  reportContents: 'Taolenn',
  reportSkip: 'Mont d’an destenn',
  reportSearch: 'Klask',
  reportFoundNone: 'Rann ebet ne glot',
  reportPrint: 'Moullañ an danevell',
  reportTold:
    'Ar frazennoù a chom re an danevell a-bezh ({period})\u202f; taolennoù, grafikoù ha kartennoù a heul an tiriad hag ar prantad dibabet.',
  reportRest: 'N’eo ket klok ar moulladur-mañ\u202f: «\u202fMoullañ an danevell\u202f» a voull pep tra.',
  reportData: 'An holl sifroù, CSV',
  reportNext: 'Chabistr da-heul\u202f:',
  reportFigure: '{value}, {label}\u202f: gwelet ar vammenn',
  reportNoValue: '(roadenn ebet)',
  reportOthersValue: 'Talvoud',
  reportOthersPeriod: 'Prantad',
  reportOthersPage: 'Pajenn',
  reportPlanned: '(raktreset)',
  reportPrinted: 'moullet «\u202f{printed}\u202f»',
  reportLink: 'Liamm etrezek ar rann {section}',
};
