<?php
/**
 * Plugin Name: Factbox
 * Description: Shows a post's ratings, quotes, figures and dates in a box. The post is read in the reader's browser; nothing is sent.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * Copy the site's files (define.js and what it loads) into the folder `site` beside this file, or name another place:
 * add_filter( 'factbox_site', fn() => 'https://news.example/factbox/' );
 */

defined( 'ABSPATH' ) || exit;

/** Where Factbox's files stand, with a closing slash. */
function factbox_site() {
	return trailingslashit( apply_filters( 'factbox_site', plugins_url( 'site', __FILE__ ) ) );
}

/** The attributes of <fact-box> that an author may write. */
function factbox_attributes() {
	return array( 'show' => true, 'for' => true, 'class' => true, 'lang' => true );
}

/**
 * Lets authors without the right to any HTML write <fact-box>. Its text is kept in any case.
 *
 * @param array  $tags    Allowed elements.
 * @param string $context What is being filtered.
 */
function factbox_allow( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags['fact-box'] = factbox_attributes();
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', 'factbox_allow', 10, 2 );

/**
 * One box. Without a text of its own it reads the post that it stands in.
 *
 * @param array|string $attributes `show`: kinds of fact, such as "quotes figures".
 * @param string       $content    Text to read, or nothing.
 */
function factbox_box( $attributes = array(), $content = '' ) {
	$attributes = array_intersect_key( (array) $attributes, array( 'show' => 1, 'for' => 1 ) );
	if ( '' === trim( (string) $content ) ) {
		$attributes += array( 'for' => 'factbox-post-' . get_the_ID() );
	}
	$written = '';
	foreach ( array_filter( $attributes, 'is_string' ) as $name => $value ) {
		$written .= '' === $value ? '' : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	factbox_is_needed( true );
	return "<fact-box$written>" . wp_kses_post( (string) $content ) . '</fact-box>';
}
add_shortcode( 'factbox', 'factbox_box' );

/** The block is the same box; see editor.js. */
function factbox_register() {
	wp_register_script( 'factbox-editor', plugins_url( 'editor.js', __FILE__ ), array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-element' ), '0.1.0', true );
	wp_add_inline_script( 'factbox-editor', 'window.factboxSite = ' . wp_json_encode( factbox_site() ) . ';', 'before' );
	register_block_type(
		'factbox/box',
		array(
			'api_version'     => 2,
			'attributes'      => array( 'show' => array( 'type' => 'string', 'default' => '' ) ),
			'editor_script'   => 'factbox-editor',
			'render_callback' => 'factbox_box',
		)
	);
}
add_action( 'init', 'factbox_register' );

/**
 * Gives a post with a box an id, which is what the box reads. Runs after shortcodes and blocks.
 *
 * @param string $content The post's HTML.
 */
function factbox_wrap( $content ) {
	$id = 'factbox-post-' . get_the_ID();
	if ( false === strpos( $content, '<fact-box' ) && false === strpos( $content, 'data-factbox' ) ) {
		return $content;
	}
	factbox_is_needed( true );
	return "<div id=\"$id\">$content</div>";
}
add_filter( 'the_content', 'factbox_wrap', 20 );

/**
 * Whether a box stands on this page, so that pages without one load nothing.
 *
 * @param bool $found Whether one has been found now.
 */
function factbox_is_needed( $found = false ) {
	static $needed = false;
	$needed        = $needed || $found;
	return $needed;
}

/** Loads the element, once a page, with the nonce that a site's policy may add to scripts. */
function factbox_load() {
	if ( factbox_is_needed() ) {
		wp_print_script_tag( array( 'type' => 'module', 'src' => factbox_site() . 'define.js' ) );
	}
}
add_action( 'wp_footer', 'factbox_load' );
