<?php
declare(strict_types=1);

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** The pipeline only loads this file. */
function ess_widgets_autoriser() {
}

/** Only the webmestre says what the server reads, and what of it becomes public. */
function autoriser_esswidgets_configurer_dist($faire, $type, $id, $qui, $opt) {
	return autoriser('webmestre', '', 0, $qui);
}

function autoriser_esswidgets_menu_dist($faire, $type, $id, $qui, $opt) {
	return autoriser('configurer', '_ess_widgets', 0, $qui);
}

/** Whoever writes articles may use the Atelier, which saves nothing by itself. */
function autoriser_essatelier_menu_dist($faire, $type, $id, $qui, $opt) {
	return autoriser('ecrire', '', 0, $qui);
}
