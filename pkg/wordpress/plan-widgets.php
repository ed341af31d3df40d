<?php
/**
 * Blocks and shortcodes that show a public plan.
 *
 * @package           plan-widgets
 * @license           MIT
 *
 * Plugin Name:       plan-widgets
 * Plugin URI:        https://example.org/plan-widgets
 * Description:       A public plan in posts and pages: timeline, goals, glossary and overview, as blocks and as shortcodes. Readers without JavaScript have every item.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       plan-widgets
 */

defined( 'ABSPATH' ) || exit;

// In static content this stands for the URL of an element's stylesheet.
const PLAN_WIDGETS_STYLESHEET = 'plan-widgets:stylesheet';

// Attributes that say something when they are empty: no heading; the state in the page's URL, without a name.
const PLAN_WIDGETS_EMPTY = array( 'heading', 'deep-link' );

add_action( 'init', 'plan_widgets_register' );
add_action( 'init', 'plan_widgets_know_frames' );
add_action( 'rest_api_init', 'plan_widgets_answer_oembed' );
add_action( 'rest_api_init', 'plan_widgets_answer_editor' );
add_filter( 'no_texturize_tags', 'plan_widgets_keep_quotes' );
add_filter( 'script_loader_tag', 'plan_widgets_module', 10, 3 );

/**
 * What the plugin knows of the elements, as the package's definitions have it.
 *
 * @return array<string, mixed>
 */
function plan_widgets_definitions() {
	static $definitions = null;
	if ( null === $definitions ) {
		$definitions = wp_json_file_decode( __DIR__ . '/definitions.json', array( 'associative' => true ) );
	}
	return $definitions;
}

/**
 * A sentence in the language of the editor's screen.
 *
 * @param array<string, string> $both In Chinese and English.
 * @return string
 */
function plan_widgets_say( array $both ) {
	return 0 === strpos( get_user_locale(), 'zh' ) ? $both['zh'] : $both['en'];
}

/** Registers a block and a shortcode for each element. */
function plan_widgets_register() {
	$needed = array( 'wp-api-fetch', 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' );
	$script = plugins_url( 'editor.js', __FILE__ );
	wp_register_script( 'plan-widgets-editor', $script, $needed, plan_widgets_definitions()['version'], true );
	foreach ( plan_widgets_definitions()['blocks'] as $block ) {
		$attributes = array();
		foreach ( $block['attributes'] as $attribute ) {
			$attributes[ $attribute['name'] ] = array( 'type' => 'flag' === $attribute['kind'] ? 'boolean' : 'string' );
		}
		// The static content of what is chosen, which the editor has rendered, and what it is of.
		$attributes['content']   = array( 'type' => 'string' );
		$attributes['contentOf'] = array( 'type' => 'string' );
		$render = function ( $given ) use ( $block ) {
			return plan_widgets_render( $block, is_array( $given ) ? $given : array() );
		};
		register_block_type(
			'plan-widgets/' . $block['name'],
			array(
				'api_version'           => 2,
				'title'                 => plan_widgets_say( $block['title'] ),
				'description'           => plan_widgets_say( $block['about'] ),
				'category'              => 'widgets',
				'icon'                  => 'calendar-alt',
				'attributes'            => $attributes,
				'supports'              => array( 'html' => false ),
				'editor_script_handles' => array( 'plan-widgets-editor' ),
				'render_callback'       => $render,
			)
		);
		add_shortcode( plan_widgets_shortcode( $block ), $render );
	}
	if ( is_admin() ) {
		$settings = array_map( 'plan_widgets_settings', plan_widgets_definitions()['blocks'] );
		$settings = array(
			'blocks'     => $settings,
			'noHeading'  => plan_widgets_say(
				array(
					'zh' => '不要标题',
					'en' => 'No heading',
				)
			),
			'server'     => plugins_url( 'dist/server.js', __FILE__ ),
			'stylesheet' => PLAN_WIDGETS_STYLESHEET,
		);
		$settings = wp_json_encode( $settings, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE );
		wp_add_inline_script( 'plan-widgets-editor', 'window.planWidgets = ' . $settings . ';', 'before' );
	}
}

/**
 * The name of a block's shortcode.
 *
 * @param array<string, mixed> $block A block's definition.
 * @return string
 */
function plan_widgets_shortcode( array $block ) {
	return str_replace( '-', '_', $block['tag'] );
}

/**
 * A block's settings, worded for who edits.
 *
 * @param array<string, mixed> $block A block's definition.
 * @return array<string, mixed>
 */
function plan_widgets_settings( array $block ) {
	$worded = array();
	foreach ( $block['attributes'] as $attribute ) {
		$attribute['help']  = plan_widgets_say( $attribute['about'] );
		$attribute['unset'] = plan_widgets_say( $attribute['default'] );
		$attribute['label'] = plan_widgets_say( $attribute['label'] );
		unset( $attribute['about'], $attribute['default'] );
		$worded[] = $attribute;
	}
	return array(
		'name'      => 'plan-widgets/' . $block['name'],
		'title'     => plan_widgets_say( $block['title'] ),
		'shortcode' => plan_widgets_shortcode( $block ),
		'settings'  => $worded,
	);
}

/**
 * The element with its static content.
 *
 * @param array<string, mixed> $block A block's definition.
 * @param array<string, mixed> $given What the editor has set, by attribute.
 * @return string
 */
function plan_widgets_render( array $block, array $given ) {
	$plan       = plan_widgets_plan();
	$attributes = plan_widgets_attributes( $block, $given, $plan );
	if ( null !== $block['needs'] && ! isset( $attributes[ $block['needs'] ] ) ) {
		$missing = array(
			'zh' => '请填写 %s。',
			'en' => 'Fill in %s.',
		);
		$missing = sprintf( plan_widgets_say( $missing ), $block['needs'] );
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html( $missing ) . '</p>' : '';
	}
	$content = plan_widgets_chosen( $block, $attributes, $plan, $given );
	if ( null === $content ) {
		$content = plan_widgets_content( $block, $attributes, $plan );
	}
	if ( null !== $plan['src'] ) {
		$attributes['src'] = $plan['src'];
	}

	plan_widgets_enqueue( $block['data'] );
	$html = '<' . $block['tag'];
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return $html . '>' . $content . '</' . $block['tag'] . '>';
}

/**
 * What of the given attributes the element has and may say. Its language is said always: what is static and what is live
 * are in one.
 *
 * @param array<string, mixed>                                                          $block A block's definition.
 * @param array<string, mixed>                                                          $given What the editor has set.
 * @param array{ folder: string, src: string|null, made: string, languages: string[] } $plan  What is shown.
 * @return array<string, string>
 */
function plan_widgets_attributes( array $block, array $given, array $plan ) {
	$attributes = array();
	// A shortcode has what has no value under a number.
	foreach ( array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ) as $name ) {
		if ( in_array( $name, PLAN_WIDGETS_EMPTY, true ) ) {
			$given[ $name ] = '';
		}
	}
	foreach ( $block['attributes'] as $attribute ) {
		$name  = $attribute['name'];
		$value = isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? $given[ $name ] : '';
		$value = plan_widgets_value( $attribute, is_bool( $value ) ? ( $value ? 'true' : '' ) : trim( (string) $value ) );
		if ( null !== $value ) {
			$attributes[ $name ] = $value;
		} elseif ( in_array( $name, PLAN_WIDGETS_EMPTY, true ) && isset( $given[ $name ] ) && '' === $given[ $name ] ) {
			$attributes[ $name ] = '';
		}
	}
	$wanted             = isset( $attributes['lang'] ) ? $attributes['lang'] : get_bloginfo( 'language' );
	$attributes['lang'] = plan_widgets_language( $wanted, $plan['languages'] );
	return $attributes;
}

/**
 * A value that an attribute may have, or null.
 *
 * @param array<string, mixed> $attribute An attribute's definition.
 * @param string               $value     What is given; empty for nothing.
 * @return string|null
 */
function plan_widgets_value( array $attribute, $value ) {
	if ( '' === $value || strlen( $value ) > 2000 ) {
		return null;
	}
	switch ( $attribute['kind'] ) {
		case 'choice':
			return in_array( $value, $attribute['choices'], true ) ? $value : null;
		case 'whole':
			list( $low, $high ) = $attribute['bounds'];
			return ctype_digit( $value ) && $value >= $low && $value <= $high ? $value : null;
		case 'flag':
			return 'false' === $value ? null : '';
		case 'language':
			return preg_match( '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/', $value ) ? $value : null;
		case 'ids':
			$value = preg_replace( '/\s+/', ' ', $value );
			return preg_match( '/^[\w.:-]+( [\w.:-]+)*$/', $value ) ? $value : null;
		case 'url':
			$url = esc_url_raw( $value, array( 'http', 'https' ) );
			return '' === $url ? null : $url;
		default:
			// WordPress writes some signs as entities, and more of them in posts of authors; it takes out what looks like a
			// character of a URL, as in “20%ab”.
			$text = str_replace( '%', "\u{e000}", $value );
			$text = wp_specialchars_decode( sanitize_text_field( $text ), ENT_QUOTES );
			$text = str_replace( "\u{e000}", '%', $text );
			return '' === $text ? null : $text;
	}
}

/**
 * The plan that is shown: the folder `plan-widgets` among the site's uploads, which `npx plan-widgets build` makes, or
 * the bundled one.
 *
 * @return array{ folder: string, src: string|null, made: string, languages: string[] }
 */
function plan_widgets_plan() {
	static $plans = array(); // By site, for a page of a network may show posts of several.
	$site         = get_current_blog_id();
	if ( isset( $plans[ $site ] ) ) {
		return $plans[ $site ];
	}
	$plan    = array(
		'folder'    => __DIR__,
		'src'       => null,
		'made'      => plan_widgets_definitions()['version'],
		'languages' => plan_widgets_definitions()['languages'],
	);
	$uploads = wp_upload_dir( null, false );
	$index   = $uploads['basedir'] . '/plan-widgets/index.json';
	if ( is_readable( $index ) ) {
		$about = wp_json_file_decode( $index, array( 'associative' => true ) );
		if ( is_array( $about ) && isset( $about['made'], $about['languages'] ) && is_array( $about['languages'] ) ) {
			$plan = array(
				'folder'    => dirname( $index ),
				'src'       => $uploads['baseurl'] . '/plan-widgets/index.json',
				'made'      => $plan['made'] . ' ' . md5_file( $index ), // Data files have other names with each plan.
				'languages' => array_values( array_filter( $about['languages'], 'is_string' ) ),
			);
		}
	}
	$plans[ $site ] = $plan;
	return $plan;
}

/**
 * The best of the plan's languages for a wanted one; its first where none is like it.
 *
 * @param string   $wanted    A BCP 47 tag.
 * @param string[] $languages Those of the plan.
 * @return string
 */
function plan_widgets_language( $wanted, array $languages ) {
	foreach ( $languages as $language ) {
		if ( 0 === strcasecmp( $language, $wanted ) ) {
			return $language;
		}
	}
	$main        = strtolower( strtok( $wanted, '-' ) );
	$traditional = 'zh' === $main && preg_match( '/-(Hant|TW|HK|MO)\b/i', $wanted );
	if ( $traditional && in_array( 'zh-Hant', $languages, true ) ) {
		return 'zh-Hant';
	}
	foreach ( $languages as $language ) {
		if ( strtolower( strtok( $language, '-' ) ) === $main && ( $traditional || 'zh-Hant' !== $language ) ) {
			return $language;
		}
	}
	return isset( $languages[0] ) ? $languages[0] : 'en';
}

/**
 * What a block's own content is of: what is chosen, in which plan. Another plan or another release has other content.
 *
 * @param array<string, mixed>                                                          $block      A block's definition.
 * @param array<string, string>                                                         $attributes What the element has.
 * @param array{ folder: string, src: string|null, made: string, languages: string[] } $plan       What is shown.
 * @return string
 */
function plan_widgets_of( array $block, array $attributes, array $plan ) {
	ksort( $attributes );
	return md5( wp_json_encode( array( $plan['made'], $block['name'], $attributes ) ) );
}

/**
 * A block's own static content: the editor has rendered what is chosen there, and it is stored in the post. Authors can
 * write anything into a post, so that it is read as anything.
 *
 * @param array<string, mixed>                                                          $block      A block's definition.
 * @param array<string, string>                                                         $attributes What the element has.
 * @param array{ folder: string, src: string|null, made: string, languages: string[] } $plan       What is shown.
 * @param array<string, mixed>                                                          $given      What is stored.
 * @return string|null
 */
function plan_widgets_chosen( array $block, array $attributes, array $plan, array $given ) {
	if ( ! isset( $given['content'], $given['contentOf'] ) || ! is_string( $given['content'] ) ) {
		return null;
	}
	if ( plan_widgets_of( $block, $attributes, $plan ) !== $given['contentOf'] ) {
		return null;
	}
	$packed = base64_decode( $given['content'], true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- what the editor has packed
	$json   = is_string( $packed ) ? @gzdecode( $packed, 8000000 ) : false; // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- what isn't packed is left out
	$forms  = is_string( $json ) ? json_decode( $json, true ) : null;
	$form   = plan_widgets_is_plain() ? 'static' : 'shadow';
	if ( ! is_array( $forms ) || ! isset( $forms[ $form ] ) || ! is_string( $forms[ $form ] ) ) {
		return null;
	}
	$tags = plan_widgets_tags();
	unset( $tags['link'], $tags['template'] ); // These are the plugin's to say.
	$html = wp_kses( plan_widgets_pictures( $forms[ $form ], $plan ), $tags, array( 'http', 'https' ) );
	if ( 'static' === $form ) {
		return $html;
	}
	return '<template shadowrootmode="open">' . plan_widgets_links( $block, $attributes ) . '<div>' . $html . '</div></template>';
}

/**
 * Static content with the URLs of its pictures, which lie where the plan lies.
 *
 * @param string                                                                        $html Static content.
 * @param array{ folder: string, src: string|null, made: string, languages: string[] } $plan What is shown.
 * @return string
 */
function plan_widgets_pictures( $html, array $plan ) {
	if ( null === $plan['src'] ) {
		return $html;
	}
	$base = esc_url( dirname( $plan['src'] ) . '/' );
	return preg_replace_callback(
		'#(<img[^>]* src=")(?![a-z]+:|/)#i',
		function ( $found ) use ( $base ) {
			return $found[1] . $base;
		},
		$html
	);
}

/** Whether plain HTML is wanted: by feeds, and by what asks by REST, as the editor does. */
function plan_widgets_is_plain() {
	return is_feed() || ( defined( 'REST_REQUEST' ) && REST_REQUEST );
}

/**
 * The stylesheets of a block, and of its theme.
 *
 * @param array<string, mixed>  $block      A block's definition.
 * @param array<string, string> $attributes What the element has.
 * @return string
 */
function plan_widgets_links( array $block, array $attributes ) {
	$links = '';
	foreach ( array( $block['data'], isset( $attributes['theme'] ) ? 'themes/' . $attributes['theme'] : null ) as $name ) {
		if ( null !== $name ) {
			// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedStylesheet -- within a shadow root
			$links .= '<link rel="stylesheet" href="' . esc_url( plugins_url( "dist/$name.css", __FILE__ ) ) . '">';
		}
	}
	return $links;
}

/**
 * The static content, which was made with the plan: for one topic, for a goal, or the whole.
 *
 * @param array<string, mixed>                                                          $block      A block's definition.
 * @param array<string, string>                                                         $attributes What the element has.
 * @param array{ folder: string, src: string|null, made: string, languages: string[] } $plan       What is shown.
 * @return string
 */
function plan_widgets_content( array $block, array $attributes, array $plan ) {
	$parts = array( $block['name'] );
	if ( null !== $block['needs'] ) {
		$parts = array( $block['name'] . '.' . $attributes[ $block['needs'] ] );
	} elseif ( isset( $attributes['topic'] ) ) {
		array_unshift( $parts, $block['name'] . '.topic.' . $attributes['topic'] );
	}
	$stylesheet = plugins_url( 'dist/' . $block['data'] . '.css', __FILE__ );
	// With our looks inside, in the room that the live widget takes.
	foreach ( plan_widgets_is_plain() ? array( 'static' ) : array( 'shadow', 'static' ) as $form ) {
		foreach ( $parts as $part ) {
			// Ids have no slash, so this stays in the folder.
			$file = $plan['folder'] . '/' . $form . '/' . $part . '.' . $attributes['lang'] . '.html';
			if ( ! is_readable( $file ) ) {
				continue;
			}
			if ( 'static' === $form ) {
				wp_enqueue_style( 'plan-widgets-' . $block['data'], $stylesheet, array(), plan_widgets_definitions()['version'] );
			}
			// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file of this server
			$html = trim( file_get_contents( $file ) );
			$html = str_replace( '<link rel="stylesheet" href="' . PLAN_WIDGETS_STYLESHEET . '">', plan_widgets_links( $block, $attributes ), $html );
			return wp_kses( plan_widgets_pictures( $html, $plan ), plan_widgets_tags(), array( 'http', 'https' ) );
		}
	}
	return '';
}

/**
 * What static content is made of.
 *
 * @return array<string, array<string, true>>
 */
function plan_widgets_tags() {
	static $tags = null;
	if ( null === $tags ) {
		$names      = 'article b br caption code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 i li mark ol p q rp rt ruby section small span strong sub summary sup table tbody td th thead time tr ul';
		$names     .= ' button input label link option select template'; // Those of the widget, before they work.
		$attributes = 'aria-controls aria-current aria-describedby aria-expanded aria-haspopup aria-hidden aria-label aria-labelledby aria-live aria-pressed';
		$attributes .= ' class colspan data-do data-facet data-folded data-item data-layout data-row data-scheme data-stage data-status data-theme data-variant data-words';
		$attributes .= ' autocomplete datetime dir disabled hidden href id lang open part placeholder popover popovertarget rel role rowspan scope';
		$attributes .= ' selected shadowrootmode spellcheck tabindex title type value';
		$any        = array_fill_keys( explode( ' ', $attributes ), true );
		$tags       = array_fill_keys( explode( ' ', $names ), $any );
		$tags['a']  = $any + array_fill_keys( array( 'href', 'rel', 'hreflang' ), true );
		$drawn      = array_fill_keys( explode( ' ', 'd cx cy r x y x1 x2 y1 y2 width height viewbox focusable fill stroke points' ), true );
		foreach ( array( 'svg', 'path', 'circle', 'line', 'rect', 'g', 'polyline' ) as $shape ) {
			$tags[ $shape ] = $any + $drawn;
		}
		$tags['img'] = $any + array_fill_keys( array( 'src', 'alt', 'width', 'height', 'loading', 'referrerpolicy' ), true );
	}
	return $tags;
}

/**
 * Loads an element's script, on pages that have it.
 *
 * @param string $data Its name.
 */
function plan_widgets_enqueue( $data ) {
	$handle = 'plan-widgets-' . $data;
	$script = plugins_url( "dist/$data.js", __FILE__ );
	// Without a version in the URL: the other files name this one as it is.
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( $handle, $script, array(), null );
	} else {
		wp_enqueue_script( $handle, $script, array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
}

/**
 * Makes our scripts modules, where WordPress has none (before 6.5).
 *
 * @param string $tag    The script's HTML.
 * @param string $handle Its name.
 * @param string $src    Its URL.
 * @return string
 */
function plan_widgets_module( $tag, $handle, $src ) {
	if ( 0 !== strpos( $handle, 'plan-widgets-' ) || 'plan-widgets-editor' === $handle ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- it is enqueued: this is its HTML
	return '<script type="module" src="' . esc_url( $src ) . "\"></script>\n";
}

/**
 * Leaves the plan's wording as it is: WordPress would turn its quotes and signs into others.
 *
 * @param string[] $tags Elements whose text stays.
 * @return string[]
 */
function plan_widgets_keep_quotes( array $tags ) {
	return array_merge( $tags, array_column( plan_widgets_definitions()['blocks'], 'tag' ) );
}

/**
 * Where the pages for frames are, if the site has them: `npx plan-widgets pages` makes them.
 *
 * @return string[] Their folder and its URL.
 */
function plan_widgets_frames() {
	$uploads = wp_upload_dir( null, false );
	return array( $uploads['basedir'] . '/plan-widgets/embed/', $uploads['baseurl'] . '/plan-widgets/embed/' );
}

/** Has the site embed its own pages for frames by their URL, also where authors paste it. */
function plan_widgets_know_frames() {
	list( $folder, $url ) = plan_widgets_frames();
	if ( is_dir( $folder ) ) {
		wp_oembed_add_provider( $url . '*', rest_url( 'plan-widgets/v1/oembed' ) );
	}
}

/** Registers what the block editor asks: how a block is to be rendered. */
function plan_widgets_answer_editor() {
	register_rest_route(
		'plan-widgets/v1',
		'/block',
		array(
			'methods'             => 'POST',
			'callback'            => 'plan_widgets_tell_editor',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'name'  => array(
					'required' => true,
					'type'     => 'string',
				),
				'given' => array(
					'default' => array(),
					'type'    => 'object',
				),
			),
		)
	);
}

/**
 * What an element has of a block's settings, and where its plan is; whether the plugin has the static content of it.
 *
 * @param WP_REST_Request $request With the block's name and settings.
 * @return array<string, mixed>|WP_Error
 */
function plan_widgets_tell_editor( WP_REST_Request $request ) {
	foreach ( plan_widgets_definitions()['blocks'] as $block ) {
		if ( 'plan-widgets/' . $block['name'] !== $request['name'] ) {
			continue;
		}
		$plan       = plan_widgets_plan();
		$attributes = plan_widgets_attributes( $block, $request['given'], $plan );
		$others     = array_diff( array_keys( $attributes ), array( 'lang', 'topic', 'progress', 'deep-link', 'for', (string) $block['needs'] ) );
		$topic      = isset( $attributes['topic'] ) ? $block['name'] . '.topic.' . $attributes['topic'] : $block['name'];
		$is_there   = is_readable( $plan['folder'] . '/shadow/' . $topic . '.' . $attributes['lang'] . '.html' );
		return array(
			'kind'       => $block['name'],
			'attributes' => (object) $attributes,
			'contentOf'  => plan_widgets_of( $block, $attributes, $plan ),
			'model'      => null === $plan['src'] ? null : preg_replace( '/index\.json$/', 'plan.json', $plan['src'] ),
			'isThere'    => array() === $others && ( $is_there || null !== $block['needs'] ),
			'isWhole'    => null === $block['needs'] || isset( $attributes[ $block['needs'] ] ),
		);
	}
	return new WP_Error( 'plan_widgets_block', 'Not found', array( 'status' => 404 ) );
}

/** Registers the oEmbed provider of the pages for frames. */
function plan_widgets_answer_oembed() {
	$size = array(
		'type'    => 'integer',
		'minimum' => 1,
	);
	register_rest_route(
		'plan-widgets/v1',
		'/oembed',
		array(
			'methods'             => 'GET',
			'callback'            => 'plan_widgets_oembed',
			'permission_callback' => '__return_true', // What it says is public.
			'args'                => array(
				'url'       => array(
					'required' => true,
					'type'     => 'string',
					'format'   => 'uri',
				),
				'format'    => array(
					'default' => 'json',
					'type'    => 'string',
				),
				'maxwidth'  => $size,
				'maxheight' => $size,
			),
		)
	);
}

/**
 * The oEmbed answer for a page for frames.
 *
 * @param WP_REST_Request $request With the page's URL.
 * @return array<string, mixed>|WP_Error
 */
function plan_widgets_oembed( WP_REST_Request $request ) {
	list( $folder, $base ) = plan_widgets_frames();
	$none                  = new WP_Error( 'oembed_invalid_url', 'Not found', array( 'status' => 404 ) );
	if ( 'json' !== $request['format'] ) {
		return new WP_Error( 'oembed_format', 'Not Implemented', array( 'status' => 501 ) );
	}
	list( $url ) = explode( '?', $request['url'] );
	if ( 0 !== strpos( $url, $base ) ) {
		return $none;
	}
	$path = trim( substr( $url, strlen( $base ) ), '/' );
	$file = realpath( $folder . $path . '/oembed.json' );
	if ( ! preg_match( '#^[\w-]+(/[\w-]+)*$#', $path ) || false === $file || 0 !== strpos( $file, (string) realpath( $folder ) ) ) {
		return $none;
	}
	$about = wp_json_file_decode( $file, array( 'associative' => true ) );
	if ( ! is_array( $about ) ) {
		return $none;
	}
	$title           = isset( $about['title'] ) && is_string( $about['title'] ) ? $about['title'] : '';
	$about['width']  = min( (int) $about['width'], isset( $request['maxwidth'] ) ? $request['maxwidth'] : PHP_INT_MAX );
	$about['height'] = min( (int) $about['height'], isset( $request['maxheight'] ) ? $request['maxheight'] : PHP_INT_MAX );
	$about['html']   = sprintf(
		'<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy" style="border:0;display:block;max-width:100%%"></iframe>',
		esc_url( $request['url'] ),
		esc_attr( $title ),
		$about['width'],
		$about['height']
	);
	return $about;
}
