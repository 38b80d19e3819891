/** Files that stories hand to `ess-data-check`, as a visitor would: of our own invention. */
import type { EssDataCheck } from '@ess-widgets/elements/ess-data-check';
import type { Story } from './story.ts';

/** A list with one of each fault that is easily made. */
export const messy = [
  'Structure;Collège;Commune;Code postal;SIRET;Adhésion;Latitude;Longitude;Prénom;Portable',
  'Épicerie d’essai;Associations;Brestt;;n° 123-456-782;10/15/2024;48,39;-4,49;X;0600000000',
  'Atelier d’essai;Coopératives;Lorient;56100;;12/03/2021;-3,36;47,75;X;0600000001',
  'Ressourcerie d’essai;Associations;Morlaix;29600;;mars 2020;;;X;0600000002',
  'Ressourcerie d’essai;Associations;Morlaix;29600;;mars 2020;;;X;0600000002',
  ';Associations;Quimper;29000;;;;;X;',
  'Café d’essai;;Rennes;35000;#REF!;jadis;;;;',
  'TOTAL;6;;;;;;;;',
].join('\n');

/** A list of events. */
export const agenda = [
  'Titre;Date;Heure;Lieu;Ville;Statut',
  'Apéro d’essai;03/12/2036;18h30;Café d’essai;Brest;',
  'Visite d’essai;du 4 au 6 décembre 2036;;;Quimper;',
  'Bal d’essai;bientôt;;;Rennes;Annulé',
].join('\n');

/** A list whose columns nobody recognises. */
export const unknown = 'Libre A;Libre B\nÉpicerie d’essai;Brest\nAtelier d’essai;Rennes\n';

/** Hands a file to the element of the story as soon as it is there. */
export const checking =
  (text: string, name: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('ess-data-check');
    const element = canvasElement.querySelector<EssDataCheck>('ess-data-check');
    await element?.check(new File([text], name));
  };
