<?php
// Pictures are kept apart from the program: they are given from the folder of the run.
if (preg_match('#^/images/([\w./%() -]+)$#u', $_SERVER['REQUEST_URI'], $asked)) {
    $file = getenv('VIGIE_IMAGES') . '/' . rawurldecode($asked[1]);
    if (str_contains($asked[1], '..') || !is_file($file)) {
        http_response_code(404);
        return true;
    }
    header('content-type: ' . mime_content_type($file));
    readfile($file);
    return true;
}
return false;
