<?php
if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'ess_widgets_description' => 'Carte des membres, agenda, compteurs, indicateurs et rapport d’activité d’un réseau de l’économie sociale et solidaire.',
	'ess_widgets_slogan' => 'Widgets d’un réseau de l’économie sociale et solidaire',
];
