<?php
// A WordPress as its installer leaves it, with a database that listens on a socket only.

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('PLAN_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

define('WP_HOME', getenv('PLAN_HOME'));
define('WP_SITEURL', WP_HOME);
// Asks nobody for news, nor itself for what is due.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);

require_once ABSPATH . 'wp-settings.php';
