<?php
declare(strict_types=1);

if (!defined('WP_UNINSTALL_PLUGIN')) {
    exit;
}
// Another copy of the plugin (another version, in another folder) goes on with the settings.
$essWidgetsClean = static function (): void {
    global $wpdb;
    $active = array_merge((array) get_option('active_plugins'), array_keys((array) get_site_option('active_sitewide_plugins', [])));
    foreach ($active as $plugin) {
        if ($plugin !== WP_UNINSTALL_PLUGIN && basename((string) $plugin) === 'ess-widgets.php') {
            return;
        }
    }
    // The settings, the locks, and the transients with their times. A cache of objects forgets the last by itself.
    foreach (['ess_widgets', '_transient_ess_widgets_', '_transient_timeout_ess_widgets_'] as $start) {
        $names = $wpdb->get_col($wpdb->prepare("SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like($start) . '%'));
        array_map('delete_option', $names);
    }
    wp_unschedule_hook('ess_widgets_catch_up');
};
// Each site of a network has tables of its own, and may use a copy of its own.
foreach (is_multisite() ? get_sites(['fields' => 'ids', 'number' => 0]) : [0] as $essWidgetsSite) {
    $essWidgetsSite === 0 || switch_to_blog($essWidgetsSite);
    $essWidgetsClean();
    $essWidgetsSite === 0 || restore_current_blog();
}
