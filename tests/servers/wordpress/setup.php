<?php
// Installs WordPress for tests, or runs one command on it, and prints JSON.
// php setup.php ROOT COMMAND JSON
[, $root, $command, $json] = $argv;
$asked = json_decode($json, true);
if ($command === 'install') define('WP_INSTALLING', true);
require "$root/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

function person(array $asked): array
{
    $id = wp_insert_user([
        'user_login' => $asked['login'],
        'user_pass' => wp_generate_password(),
        'user_email' => "{$asked['login']}@atelier-morel.example",
        'display_name' => $asked['name'],
        'role' => $asked['role'],
    ]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Vigie']);
    return ['id' => $id, 'login' => $asked['login'], 'password' => $password];
}

function visitor(array $asked): array
{
    $id = wp_insert_comment([
        'comment_post_ID' => $asked['post'],
        'comment_parent' => $asked['parent'] ?? 0,
        'comment_author' => $asked['name'],
        'comment_author_email' => $asked['email'],
        'comment_content' => $asked['text'],
        'comment_approved' => $asked['approved'] ? 1 : 0,
    ]);
    return ['id' => $id];
}

echo json_encode(match ($command) {
    'install' => install($asked),
    'person' => person($asked),
    'visitor' => visitor($asked),
});

function install(array $asked): array
{
    $made = wp_install($asked['title'], 'admin', 'admin@atelier-morel.example', true, '', 'not-for-people');
    update_option('permalink_structure', $asked['permalinks']);
    update_option('timezone_string', 'Europe/Paris');
    flush_rewrite_rules(false);
    wp_insert_term('Chantiers', 'category');
    return ['admin' => $made['user_id']];
}
