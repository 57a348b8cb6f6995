<?php
// Must-use plugin: no mail leaves, and people may comment as fast as tests do.
add_filter('pre_wp_mail', '__return_true');
add_filter('comment_flood_filter', '__return_false', 99);
