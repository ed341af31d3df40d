<?php
// Installs WordPress, with an author next to its administrator.

define('WP_INSTALLING', true);
(new mysqli(null, 'root', '', '', 0, getenv('PLAN_SOCKET')))->query('CREATE DATABASE wordpress');
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Test', 'administrator', 'administrator@example.org', true, '', 'administrator');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'author', 'role' => 'author']);
