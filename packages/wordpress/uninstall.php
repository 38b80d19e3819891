<?php
declare(strict_types=1);

if (!defined('WP_UNINSTALL_PLUGIN')) {
    exit;
}
// Another copy of the plugin (another version, in another folder) goes on with the settings.
foreach ((array) get_option('active_plugins') as $plugin) {
    if ($plugin !== WP_UNINSTALL_PLUGIN && basename($plugin) === 'ess-widgets.php') {
        return;
    }
}
global $wpdb;
// The settings, the sources, the locks, and the transients with their times. A cache of objects forgets the last by itself.
foreach (['ess_widgets', '_transient_ess_widgets_', '_transient_timeout_ess_widgets_'] as $start) {
    $names = $wpdb->get_col($wpdb->prepare("SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like($start) . '%'));
    array_map('delete_option', $names);
}
wp_unschedule_hook('ess_widgets_read_still');
