// The block in WordPress's editor: shows the facts of the post while it is written. What readers get is a live box, or,
// after "Turn into plain HTML", a static one that belongs to the post like any other text.

( ( { blockEditor, blocks, components, data, element } ) => {
	const { createElement: el, useEffect, useState } = element;
	const kinds = [ 'ratings', 'quotes', 'figures', 'dates' ];

	/** A box put in earlier is no part of the story. */
	const isBox = ( { name, attributes } ) => name === 'factbox/box' || ( name === 'core/html' && String( attributes.content ).includes( '<figure class="fact-box">' ) );

	function edit( { attributes, clientId, setAttributes } ) {
		const { show } = attributes;
		const story = data.useSelect( ( select ) => blocks.serialize( select( 'core/block-editor' ).getBlocks().filter( ( block ) => ! isBox( block ) ) ) );
		const [ html, setHtml ] = useState( '' );
		const [ fault, setFault ] = useState( '' );
		useEffect( () => {
			let wanted = true;
			import( window.factboxSite + 'static.js' )
				.then( ( { staticBox } ) => staticBox( { html: story }, show ) )
				.then( ( found ) => wanted && ( setHtml( found ), setFault( '' ) ), ( error ) => wanted && setFault( error.message ) );
			return () => {
				wanted = false;
			};
		}, [ story, show ] );

		const { replaceBlock } = data.useDispatch( 'core/block-editor' );
		const turn = () => replaceBlock( clientId, blocks.createBlock( 'core/html', { content: html } ) );
		const wanted = show.split( ' ' ).filter( Boolean );
		const choose = ( kind ) => ( on ) => {
			const chosen = kinds.filter( ( other ) => ( other === kind ? on : wanted.includes( other ) ) );
			setAttributes( { show: chosen.join( ' ' ) } );
		};
		return el(
			'div',
			blockEditor.useBlockProps(),
			el( blockEditor.BlockControls, null, el( components.ToolbarGroup, null, el( components.ToolbarButton, { onClick: turn, disabled: html === '' }, 'Turn into plain HTML' ) ) ),
			el(
				blockEditor.InspectorControls,
				null,
				el(
					components.PanelBody,
					{ title: 'Kinds of fact (all, if none is ticked)' },
					kinds.map( ( kind ) => el( components.CheckboxControl, { key: kind, label: kind, checked: wanted.includes( kind ), onChange: choose( kind ) } ) )
				)
			),
			fault && el( 'p', { role: 'alert' }, fault ),
			html === '' ? el( 'p', null, 'Fact box: no facts found yet.' ) : el( element.RawHTML, null, html )
		);
	}

	blocks.registerBlockType( 'factbox/box', {
		apiVersion: 2,
		title: 'Fact box',
		description: 'The ratings, quotes, figures and dates of this post.',
		category: 'widgets',
		icon: 'list-view',
		keywords: [ 'quotes', 'figures', 'ratings' ],
		attributes: { show: { type: 'string', default: '' } },
		supports: { html: false },
		edit,
		save: () => null,
	} );
} )( window.wp );
