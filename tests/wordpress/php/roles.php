<?php
// Who may post any HTML: ["role", …].

require 'wp-load.php';
echo json_encode(array_keys(array_filter(wp_roles()->roles, fn($role) => $role['capabilities']['unfiltered_html'] ?? false)));
