<?php
// Publishes posts as an editor does: [{ "user", "content" }] on standard input gives [{ "url", "stored" }].

require 'wp-load.php';
$published = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $post) {
    // Also decides whether what is saved goes through kses.
    wp_set_current_user(get_user_by('login', $post['user'])->ID);
    $id = wp_insert_post(wp_slash(['post_title' => 'Test', 'post_content' => $post['content'], 'post_status' => 'publish']), true);
    if (is_wp_error($id)) throw new Exception($id->get_error_message());
    $published[] = ['url' => get_permalink($id), 'stored' => get_post($id)->post_content];
}
echo json_encode($published);
