<?php
if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

// Breton readers get French, whatever the language of the site is.
return require __DIR__ . '/ess_widgets_fr.php';
