<?php
/**
 * Plugin Name: ESS Widgets
 * Description: Carte des membres, agenda, compteurs et rapport d’activité d’un réseau de l’économie sociale et solidaire. Member map, agenda, counters and report of a social-economy network.
 * Version: @version@
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: MIT
 */
declare(strict_types=1);

namespace EssWidgets\WordPress;

if (!defined('ABSPATH')) {
    exit;
}

// A second copy of the plugin (another version, in another folder) would declare the same names.
if (class_exists(Site::class, false)) {
    return;
}

const FILE = __FILE__;
/** Version of the plugin with the hash of the files that the loader names: an address that changes when they do. */
const VERSION = '@version@-@hash@';

require_once __DIR__ . '/host-php/Declared.php';
require_once __DIR__ . '/host-php/Contents.php';
require_once __DIR__ . '/host-php/Light.php';
require_once __DIR__ . '/host-php/Still.php';
require_once __DIR__ . '/host-php/Tiles.php';
require_once __DIR__ . '/Site.php';
require_once __DIR__ . '/Accent.php';
require_once __DIR__ . '/Widget.php';
require_once __DIR__ . '/Routes.php';
require_once __DIR__ . '/Settings.php';
require_once __DIR__ . '/Atelier.php';

Site::register();
Widget::register();
Routes::register();
// Its menu has the settings below it.
Atelier::register();
Settings::register();
