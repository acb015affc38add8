<?php
/**
 * Runs the plugin with WordPress's own code, without a site or a database. Arguments: WordPress's folder, and the plugin
 * or "" for none. Standard input: a list of [ kind, argument ]. Standard output: what each gave, as JSON.
 */

define( 'ABSPATH', rtrim( $argv[1], '/' ) . '/' );
define( 'WPINC', 'wp-includes' );
define( 'OBJECT', 'OBJECT' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'ARRAY_N', 'ARRAY_N' );
define( 'WP_PLUGIN_URL', 'https://news.example/wp-content/plugins' );
define( 'WP_PLUGIN_DIR', dirname( $argv[2] ?: __FILE__, 2 ) );
define( 'WPMU_PLUGIN_DIR', '/nowhere' );
define( 'WP_CONTENT_DIR', '/nowhere' );
define( 'WP_LANG_DIR', '/nowhere' );
define( 'WP_CONTENT_URL', 'https://news.example/wp-content' );

$files = array( 'load', 'compat', 'plugin', 'functions', 'option', 'cache', 'formatting', 'kses', 'pomo/translations', 'l10n', 'class-wp-locale', 'meta', 'class-wp-post', 'post', 'post-template', 'link-template', 'general-template', 'shortcodes', 'script-loader', 'rest-api', 'class-wp-block-type', 'class-wp-block-type-registry', 'class-wp-block-parser', 'class-wp-block', 'class-wp-block-list', 'blocks', 'class-wp-block-supports', 'class-wp-theme', 'theme', 'http' );
foreach ( $files as $file ) {
	require_once ABSPATH . WPINC . "/$file.php";
}

// What a site's database and theme would say.
wp_cache_init();
$options = array( 'home' => 'https://news.example', 'siteurl' => 'https://news.example', 'blog_charset' => 'UTF-8' );
wp_cache_add( 'alloptions', $options, 'options' );
add_filter( 'pre_option', fn( $none, $name ) => $options[ $name ] ?? '', 10, 2 );
$GLOBALS['wp_locale'] = new WP_Locale();
$GLOBALS['wp_plugin_paths'] = array();
$GLOBALS['_wp_theme_features']['html5'] = array( array( 'script' ) );
$GLOBALS['post'] = new WP_Post( (object) array( 'ID' => 7, 'filter' => 'raw' ) );

// As WordPress sets them up for the text of a post.
add_filter( 'the_content', 'do_blocks', 9 );
add_filter( 'the_content', 'do_shortcode', 11 );
add_action( 'wp_default_scripts', 'wp_default_packages_vendor' );
add_action( 'wp_default_scripts', 'wp_default_packages_scripts' );

if ( $argv[2] ) {
	require $argv[2];
	do_action( 'init' );
}

$answers = array();
foreach ( json_decode( stream_get_contents( STDIN ) ) as list( $kind, $argument ) ) {
	ob_start();
	$given = '';
	if ( 'action' === $kind ) {
		do_action( $argument );
	} elseif ( 'scripts' === $kind ) {
		wp_register_script( 'editor', false ); // the classic editor, which the blocks' library names and this does not need
		wp_print_scripts( explode( ' ', $argument ) );
	} else {
		$given = 'filter' === $kind ? apply_filters( 'the_content', $argument ) : wp_kses_post( $argument );
	}
	$answers[] = ob_get_clean() . $given;
}
echo json_encode( $answers );
