<?php
// Installs WordPress, with an author next to its administrator.

define('WP_INSTALLING', true);
(new mysqli(null, 'root', '', '', 0, getenv('PLAN_SOCKET')))->query('CREATE DATABASE wordpress');
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Test', 'administrator', 'administrator@example.org', true, '', 'administrator');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'author', 'role' => 'author']);
require_once 'wp-admin/includes/plugin.php';
$failed = activate_plugin('plan-widgets/plan-widgets.php');
if (is_wp_error($failed)) throw new Exception($failed->get_error_message());
