<?php
if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'ess_widgets_description' => 'Member map, agenda, counters, indicators and activity report of a social-economy network.',
	'ess_widgets_slogan' => 'Widgets of a social-economy network',
];
