
// What the tests add to what the installer wrote.
$wgEnableUploads = true;
$wgUploadDirectory = getenv('VIGIE_IMAGES');
$wgUploadPath = '/images';
$wgCacheDirectory = getenv('VIGIE_IMAGES') . '/../cache';
$wgUseInstantCommons = false;
$wgUseImageMagick = false;
$wgPingback = false;
$wgEnableEmail = false;
$wgJobRunRate = 0;
$wgMainCacheType = CACHE_DB;
$wgSessionCacheType = CACHE_DB;
$wgGroupPermissions['*']['edit'] = true;
// People edit as fast as tests do.
$wgRateLimits = [];
