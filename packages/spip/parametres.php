<?php
declare(strict_types=1);

/** Words of the modèles in French. Each word of the attribute contract is understood as it is, too. */
return [
	// Widgets by the name of their modèle: `<ess|carte>`, `<ess_carte>`.
	'modeles' => [
		'agenda' => 'event-agenda',
		'carte' => 'member-map',
		'chronologie' => 'timeline',
		'compteur' => 'event-counter',
		'evolution' => 'trend',
		'fiche' => 'territory-sheet',
		'indicateur' => 'indicator',
		'liste' => 'member-list',
		'rapport' => 'report',
		'repartition' => 'breakdown',
		'tableau' => 'table',
	],
] + require __DIR__ . '/mots.php';
